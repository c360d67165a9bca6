#include "usecases/accounts/qualifications.h"

#include "storage/accounts.h"
#include "storage/qualifications.h"

namespace doorstep::usecases::accounts {

using domain::access::Action;
using domain::accounts::Qualification;

Expected<Done> save_qualification(Context& context, SaveQualification const& input) {
    if (auto const may = context.require(Action::manage_accounts); !may) return refuse(may.error());
    return context.change([&](Change& change) -> Expected<Done> {
        if (!storage::accounts::find(change.tx, input.account))
            return refuse(RefusalKind::not_found, "account-unknown", "There is no such account");
        Qualification before;
        if (input.id) {
            auto found = storage::qualifications::find(change.tx, *input.id);
            if (!found || found->account != input.account)
                return refuse(RefusalKind::not_found, "qualification-unknown",
                              "There is no such qualification");
            before = std::move(*found);
        }
        auto qualification = before;
        qualification.account = input.account;
        qualification.title = input.title;
        qualification.awarded_by = input.awarded_by;
        qualification.state = input.state;
        qualification.held_from = input.held_from;
        qualification.expires_on = input.expires_on;
        qualification.evidence = input.evidence;
        qualification.recorded_by = change.viewer.account.value_or(input.account);
        qualification.recorded_at = change.now;
        if (auto checked = domain::accounts::check_qualification(qualification); !checked) return checked;
        if (input.id) {
            qualification.version = input.version;
            if (!storage::qualifications::update(change.tx, qualification))
                return refuse(RefusalKind::conflict, "changed-meanwhile",
                              "Someone changed this while you were working");
        } else {
            qualification.id = std::string(change.ids().next().text());
            storage::qualifications::insert(change.tx, qualification);
        }
        change.record(input.account, domain::events::account_changed,
                      domain::events::Detail()
                          .set("qualification", qualification.title)
                          .change("title", before.title, qualification.title)
                          .change("awarded_by", before.awarded_by, qualification.awarded_by)
                          .change("state", before.state, qualification.state)
                          .change("held_from", before.held_from, qualification.held_from)
                          .change("expires_on", before.expires_on, qualification.expires_on)
                          .change("evidence", before.evidence, qualification.evidence));
        return Done{};
    });
}

std::vector<Qualification> qualifications_of(Context& context, AccountId account) {
    if (!context.require(Action::manage_accounts)) return {};
    return storage::qualifications::of_account(context.read(), account);
}

}  // namespace doorstep::usecases::accounts
