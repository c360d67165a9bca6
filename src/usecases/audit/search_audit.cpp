#include "usecases/audit/search_audit.h"

#include <algorithm>

#include "storage/accounts.h"

namespace doorstep::usecases::audit {

using domain::access::Action;

namespace {

constexpr int rows_per_audit_page = 50;

template <class Row>
bool cut(std::vector<Row>& rows) {
    if (rows.size() <= rows_per_audit_page) return false;
    rows.resize(rows_per_audit_page);
    return true;
}

}  // namespace

Expected<AuditPage> search_audit(Context& context, SearchAudit const& input) {
    if (auto const may = context.require(Action::see_audit); !may) return refuse(may.error());
    if (input.to < input.from)
        return refuse_field("audit-backwards", "to", "The last day must be on or after the first day");
    auto& tx = context.read();
    auto const scope = storage::case_scope(context.viewer, Action::see_audit);
    storage::audit::Filter const filter{.from = london_instant(input.from, {0, 0}),
                                        .until = london_instant(input.to.plus_days(1), {0, 0}),
                                        .account = input.account,
                                        .kind = {}};
    AuditPage page;
    page.page = std::clamp(input.page, 1, 1000);
    int const offset = (page.page - 1) * rows_per_audit_page;
    if (input.side == Side::done) {
        page.events = storage::audit::events(tx, scope, filter, rows_per_audit_page + 1, offset);
        page.has_more = cut(page.events);
    } else {
        page.views = storage::audit::views(tx, scope, filter, rows_per_audit_page + 1, offset);
        page.has_more = cut(page.views);
    }
    for (auto const& account : storage::accounts::list(tx, true))
        page.people.emplace_back(account.id, account.name);
    context.note_view("audit", std::nullopt, input.account ? input.account->text() : std::string_view());
    return page;
}

}  // namespace doorstep::usecases::audit
