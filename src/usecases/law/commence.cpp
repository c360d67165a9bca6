#include "usecases/law/commence.h"

#include <algorithm>

#include "base/text.h"
#include "legal/law.h"
#include "storage/commencements.h"
#include "usecases/law/commencements.h"
#include "usecases/settings.h"

namespace doorstep::usecases::law {

using domain::access::Action;
using domain::events::Detail;
using storage::commencements::StoredCommencement;

namespace {

constexpr std::size_t longest_authority = 200;
constexpr std::size_t longest_note = 2000;

std::string tenancy_name(std::optional<legal::Tenancy> const& tenancy) {
    return tenancy ? std::string(name_of(*tenancy)) : std::string();
}

Expected<Done> check_typed(ProposeCommencement const& input) {
    if (text::trim(input.authority).empty())
        return refuse_field("authority-missing", "authority",
                            "Enter the regulations that set the start date, with their number");
    if (text::length(input.authority) > longest_authority)
        return refuse_field("authority-too-long", "authority", "Authority must be 200 characters or fewer");
    if (text::length(input.note) > longest_note)
        return refuse_field("note-too-long", "note", "Note must be 2,000 characters or fewer");
    return Done{};
}

/// The law as it would be; refused in words for the person who typed the date.
Expected<Done> check_law_with(Settings const& settings, std::vector<legal::Commencement> set,
                              legal::Commencement const& added) {
    set.push_back(added);
    auto const law = legal::Law::with(settings.standards(), std::move(set));
    if (law) return Done{};
    return tl::unexpected<Refusal>(Refusal(RefusalKind::unlawful, law.error().code(), law.error().message())
                                       .with_problem("from", law.error().message()));
}

bool is_same_row(StoredCommencement const& stored, ProposeCommencement const& input) {
    return stored.provision == input.provision && stored.tenancy == tenancy_name(input.tenancy);
}

}  // namespace

std::vector<legal::Commencement> approved_commencements(std::vector<StoredCommencement> const& stored) {
    std::vector<legal::Commencement> approved;
    for (auto const& row : stored)
        if (row.state == "approved")
            approved.push_back({.id = row.provision,
                                .tenancy = enum_from_name<legal::Tenancy>(row.tenancy),
                                .in_force_from = row.in_force_from,
                                .authority = row.authority,
                                .note = row.note});
    return approved;
}

Expected<Done> propose_commencement(Context& context, ProposeCommencement const& input) {
    if (auto const may = context.require(Action::propose_standard); !may) return refuse(may.error());
    if (auto const typed = check_typed(input); !typed) return refuse(typed.error());
    if (context.settings().law().rows_of(input.provision).empty())
        return refuse(RefusalKind::not_found, "provision-unknown", "There is no such provision");
    legal::Commencement const wanted{.id = input.provision,
                                     .tenancy = input.tenancy,
                                     .in_force_from = input.in_force_from,
                                     .authority = input.authority,
                                     .note = input.note};
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto const stored = storage::commencements::all(change.tx);
        bool const is_waiting = std::any_of(stored.begin(), stored.end(), [&](auto const& row) {
            return row.state == "proposed" && is_same_row(row, input);
        });
        if (is_waiting)
            return refuse(RefusalKind::unlawful, "proposal-waiting",
                          "Another start date for this provision is waiting to be approved");
        if (auto const fits = check_law_with(settings, approved_commencements(stored), wanted); !fits)
            return refuse(fits.error());
        StoredCommencement const added{.id = std::string(change.ids().next().text()),
                                       .provision = input.provision,
                                       .tenancy = tenancy_name(input.tenancy),
                                       .in_force_from = input.in_force_from,
                                       .authority = input.authority,
                                       .note = input.note,
                                       .state = "proposed",
                                       .proposed_by = change.viewer.account.value_or(AccountId{}),
                                       .proposed_at = change.now,
                                       .decided_by = {},
                                       .decided_at = {}};
        storage::commencements::insert(change.tx, added);
        change.record_setting("law", domain::events::commencement_proposed,
                              Detail()
                                  .set("provision", added.provision)
                                  .set("tenancy", added.tenancy)
                                  .set("from", added.in_force_from)
                                  .set("authority", added.authority)
                                  .set("note", added.note));
        return Done{};
    });
}

Expected<Done> decide_commencement(Context& context, std::string_view proposal_id,
                                   CommencementDecision decision) {
    if (auto const may = context.require(Action::approve_standard); !may) return refuse(may.error());
    auto const& settings = context.settings();
    auto const done = context.change([&](Change& change) -> Expected<Done> {
        auto const stored = storage::commencements::find(change.tx, proposal_id);
        if (!stored) return refuse(RefusalKind::not_found, "proposal-unknown", "There is no such proposal");
        if (change.viewer.account == std::optional(stored->proposed_by))
            return refuse(RefusalKind::unlawful, "own-proposal",
                          "You proposed this: somebody else has to decide");
        if (decision == CommencementDecision::approve) {
            auto const approved = approved_commencements(storage::commencements::all(change.tx));
            legal::Commencement const wanted{.id = stored->provision,
                                             .tenancy = enum_from_name<legal::Tenancy>(stored->tenancy),
                                             .in_force_from = stored->in_force_from,
                                             .authority = stored->authority,
                                             .note = stored->note};
            if (auto const fits = check_law_with(settings, approved, wanted); !fits)
                return refuse(fits.error());
        }
        auto const by = change.viewer.account.value_or(AccountId{});
        bool const approves = decision == CommencementDecision::approve;
        if (!storage::commencements::decide(change.tx, proposal_id, approves ? "approved" : "refused", by,
                                            change.now))
            return refuse(RefusalKind::conflict, "already-decided", "Somebody decided this already");
        mark_settings_changed(change.tx, change.now);
        change.record_setting("law", domain::events::commencement_decided,
                              Detail()
                                  .set("provision", stored->provision)
                                  .set("tenancy", stored->tenancy)
                                  .set("from", stored->in_force_from)
                                  .set("decision", decision));
        return Done{};
    });
    if (done) context.services.settings.reload();
    return done;
}

}  // namespace doorstep::usecases::law
