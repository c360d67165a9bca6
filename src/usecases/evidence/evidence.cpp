#include "usecases/evidence/evidence.h"

#include <algorithm>

#include "base/text.h"
#include "storage/accounts.h"
#include "storage/cases.h"
#include "storage/received_files.h"
#include "usecases/cases/open_case.h"

namespace doorstep::usecases::evidence {

using domain::access::Action;
using domain::files::ReceivedFile;

namespace {

constexpr int files_per_page = 25;

/// The names of whoever received or opened them, in one statement.
void name_people(storage::sql::Read& tx, std::vector<EvidenceView::Item>& items) {
    std::vector<AccountId> ids;
    for (auto const& item : items) {
        if (item.file.received_by) ids.push_back(*item.file.received_by);
        if (item.file.first_opened_by) ids.push_back(*item.file.first_opened_by);
    }
    for (auto const& account : storage::accounts::find_all(tx, ids))
        for (auto& item : items) {
            if (item.file.received_by == account.id) item.received_by = account.name;
            if (item.file.first_opened_by == account.id) item.opened_by = account.name;
        }
}

}  // namespace

Expected<Done> add_evidence(Context& context, AddEvidence const& input) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case_to_change(change, input.reference, Action::work_case);
        if (!file) return refuse(file.error());
        if (input.files.empty()) return refuse_field("no-file", "files", "Choose a file");
        if (text::trim(input.description).empty())
            return refuse_field("description-missing", "description", "Enter what is in it");
        for (auto received : input.files) {
            received.id = change.new_id<FileId>();
            received.description = input.description;
            received.case_file = file->id;
            received.side = input.side;
            received.received_at = change.now;
            received.received_by = change.viewer.account;
            // Whoever brings it in has seen it.
            received.first_opened_at = change.now;
            received.first_opened_by = change.viewer.account;
            storage::received_files::insert(change.tx, received);
            change.record(file->id, domain::events::file_received, received.id.text(),
                          domain::events::Detail()
                              .set("content_type", received.content_type)
                              .set("size", received.size_bytes)
                              .set("sha256", received.sha256)
                              .set("side", received.side)
                              .personal("file_name", received.original_name)
                              .personal("description", received.description));
        }
        if (auto saved = cases::save_case(change, *file); !saved) return refuse(saved.error());
        if (change.viewer.account)
            storage::cases::add_handler(change.tx, file->id, *change.viewer.account, change.now);
        return Done{};
    });
}

Expected<EvidenceView> view_evidence(Context& context, std::string_view reference, int page) {
    auto opened = cases::open_case_for_page(context, reference, Action::see_protected_details);
    if (!opened) return refuse(opened.error());
    auto& tx = context.read();
    EvidenceView view;
    view.header = std::move(opened->header);
    view.pages = std::max(1, (view.header.counts.files + files_per_page - 1) / files_per_page);
    view.page = std::clamp(page, 1, view.pages);
    for (auto& file : storage::received_files::page_of_case(tx, view.header.id, files_per_page,
                                                            (view.page - 1) * files_per_page))
        view.items.push_back({.file = std::move(file), .received_by = {}, .opened_by = {}});
    name_people(tx, view.items);
    context.note_view("case", view.header.id, view.header.id.text());
    return view;
}

Expected<EvidenceView> view_one(Context& context, std::string_view reference, std::string_view id) {
    auto opened = cases::open_case_for_page(context, reference, Action::see_protected_details);
    if (!opened) return refuse(opened.error());
    auto& tx = context.read();
    auto const file_id = FileId::parse(id);
    auto found = file_id ? storage::received_files::find(tx, *file_id) : std::nullopt;
    if (!found || found->case_file != opened->header.id)
        return refuse(RefusalKind::not_found, "file-not-found", "There is no such file on this case");
    EvidenceView view;
    view.header = std::move(opened->header);
    view.items.push_back({.file = std::move(*found), .received_by = {}, .opened_by = {}});
    name_people(tx, view.items);
    context.note_view("case", view.header.id, id);
    return view;
}

Expected<EvidenceView> view_evidence_form(Context& context, std::string_view reference) {
    auto opened = cases::open_case_for_form(context, reference, Action::work_case);
    if (!opened) return refuse(opened.error());
    EvidenceView view;
    view.header = std::move(opened->header);
    return view;
}

}  // namespace doorstep::usecases::evidence
