#include "usecases/files/draft_files.h"

#include "storage/received_files.h"

namespace doorstep::usecases::files {

std::vector<domain::files::ReceivedFile> files_of_draft(Context& context, DraftId draft) {
    return storage::received_files::of_draft(context.read(), draft);
}

std::vector<FileProblem> add_to_draft(Context& context, DraftId draft, std::vector<Upload> const& uploads) {
    if (uploads.empty()) return {};
    auto const already = static_cast<int>(files_of_draft(context, draft).size());
    auto taken = take_uploads(context, uploads, already);
    if (!taken.files.empty())
        context.write_without_event([&](storage::sql::Write& tx) {
            for (auto file : taken.files) {
                file.draft = draft;
                storage::received_files::insert(tx, file);
            }
        });
    return std::move(taken.problems);
}

void remove_from_draft(Context& context, DraftId draft, FileId file) {
    context.write_without_event(
        [&](storage::sql::Write& tx) { storage::received_files::remove_from_draft(tx, file, draft); });
}

}  // namespace doorstep::usecases::files
