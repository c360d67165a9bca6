#include "usecases/files/open_file.h"

#include "gateways/vault.h"
#include "storage/cases.h"
#include "storage/received_files.h"
#include "storage/reports.h"
#include "usecases/cases/open_case.h"

namespace doorstep::usecases::files {

using domain::access::Action;
using domain::files::ReceivedFile;

namespace {

Refusal no_such_file() { return Refusal(RefusalKind::not_found, "file-not-found", "There is no such file"); }

Expected<Done> may_open(Context& context, ReceivedFile const& file) {
    auto& tx = context.read();
    if (file.case_file) {
        auto const owner = storage::cases::find(tx, *file.case_file);
        if (!owner) return refuse(no_such_file());
        auto const opened =
            cases::open_case(tx, context.viewer, owner->reference, Action::see_protected_details);
        if (!opened) return refuse(opened.error());
        return Done{};
    }
    if (!file.report) return refuse(no_such_file());
    if (auto const allowed = context.require(Action::see_triage); !allowed) return refuse(allowed.error());
    if (!storage::reports::may_see(tx, *file.report, storage::reports::report_scope(context.viewer)))
        return refuse(no_such_file());
    return Done{};
}

Expected<Done> require_screened(gateways::Vault const& vault, std::string_view sha256) {
    switch (vault.screening(sha256)) {
        case gateways::Screening::passed:
            break;
        case gateways::Screening::waiting:
            return refuse(RefusalKind::conflict, "file-waiting",
                          "This file has not been checked for viruses yet. Try again in a few minutes");
        case gateways::Screening::apart:
            return refuse(RefusalKind::conflict, "file-apart",
                          "A virus was found in this file. It is kept apart and cannot be opened. Ask "
                          "whoever sent it for another copy");
    }
    return Done{};
}

void note_first_opening(Context& context, ReceivedFile const& file) {
    if (file.first_opened_at || !context.viewer.account) return;
    // Refused when somebody was faster: theirs is the first.
    (void)context.change([&](Change& change) -> Expected<Done> {
        if (!storage::received_files::mark_opened(change.tx, file.id, *change.viewer.account, change.now))
            return refuse(RefusalKind::conflict, "opened-before", "Somebody opened it before");
        auto const detail = domain::events::Detail().personal("name", file.original_name);
        if (file.case_file)
            change.record(*file.case_file, domain::events::file_opened, file.id.text(), detail);
        else
            change.record(*file.report, domain::events::file_opened, file.id.text(), detail);
        return Done{};
    });
}

}  // namespace

Expected<OpenedFile> open_file(Context& context, FileId id) {
    auto const file = storage::received_files::find(context.read(), id);
    if (!file) return refuse(no_such_file());
    if (auto const allowed = may_open(context, *file); !allowed) return refuse(allowed.error());
    if (auto const passed = require_screened(context.services.vault, file->sha256); !passed)
        return refuse(passed.error());
    OpenedFile opened{.file = *file, .path = context.services.vault.path_of(file->sha256)};
    context.note_view("file", file->case_file, file->id.text());
    note_first_opening(context, *file);
    return opened;
}

}  // namespace doorstep::usecases::files
