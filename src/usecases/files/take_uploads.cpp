#include "usecases/files/take_uploads.h"

#include "gateways/vault.h"
#include "legal/standard_ids.h"
#include "usecases/settings.h"

namespace doorstep::usecases::files {

Limits limits(Context& context) {
    auto const& standards = context.settings().standards();
    return {.bytes = standards.number(legal::standard_ids::upload_max_bytes, context.today),
            .files = standards.number(legal::standard_ids::upload_max_files, context.today)};
}

Taken take_uploads(Context& context, std::vector<Upload> const& uploads, int already) {
    auto const limit = limits(context);
    Taken taken;
    for (auto const& upload : uploads) {
        auto const refuse_for = [&](Trouble trouble) {
            taken.problems.push_back({trouble, upload.filename});
        };
        if (already + static_cast<int>(taken.files.size()) >= limit.files) {
            refuse_for(Trouble::too_many);
            continue;
        }
        if (upload.size > static_cast<std::uint64_t>(limit.bytes)) {
            refuse_for(Trouble::too_big);
            continue;
        }
        auto const stored = context.services.vault.take(upload.path, upload.sha256, upload.filename);
        if (!stored) {
            refuse_for(stored.error().code() == "file-empty" ? Trouble::empty : Trouble::not_taken);
            continue;
        }
        taken.files.push_back({.id = FileId(context.services.ids.next()),
                               .sha256 = stored->sha256,
                               .size_bytes = static_cast<std::int64_t>(stored->size),
                               .content_type = stored->content_type,
                               .original_name = upload.filename,
                               .description = "",
                               .draft = {},
                               .report = {},
                               .case_file = {},
                               .received_at = context.now,
                               .received_from = context.viewer.account ? domain::files::From::officer
                                                                       : domain::files::From::resident,
                               .received_by = context.viewer.account});
    }
    return taken;
}

}  // namespace doorstep::usecases::files
