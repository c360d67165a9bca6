#include "usecases/team/absences.h"

#include <algorithm>

#include "base/text.h"
#include "storage/absences.h"
#include "storage/accounts.h"
#include "usecases/settings.h"

namespace doorstep::usecases::team {

using domain::access::Action;
using storage::absences::Absence;

namespace {

constexpr int most_listed = 200;
constexpr int most_due = 200;

bool may_see_all(Context const& context) { return domain::access::may(context.viewer, Action::see_team); }

std::vector<Colleague> colleagues(std::vector<domain::accounts::Account> const& accounts) {
    std::vector<Colleague> found;
    for (auto const& account : accounts)
        if (domain::access::may(account.viewer(domain::access::Door::web), Action::record_absence))
            found.push_back({account.id, account.name});
    return found;
}

std::string name_among(std::vector<domain::accounts::Account> const& accounts, std::optional<AccountId> id) {
    for (auto const& account : accounts)
        if (account.id == id) return account.name;
    return {};
}

AwayTime away_time(Absence const& absence, std::vector<domain::accounts::Account> const& accounts) {
    return {.id = absence.id,
            .who = {absence.account, name_among(accounts, absence.account)},
            .from_on = absence.from_on,
            .back_on = absence.until_on,
            .cover_name = name_among(accounts, absence.cover),
            .note = absence.note};
}

}  // namespace

Expected<AbsencesView> view_absences(Context& context) {
    if (auto allowed = context.require(Action::record_absence); !allowed) return refuse(allowed.error());
    auto& tx = context.read();
    auto const accounts = storage::accounts::list(tx, false);
    AbsencesView view;
    for (auto const& absence : storage::absences::not_over_on(tx, context.today, most_listed))
        if (may_see_all(context) || absence.account == context.viewer.account)
            view.absences.push_back(away_time(absence, accounts));
    view.may_cover = colleagues(accounts);
    for (auto const& colleague : view.may_cover)
        if (may_see_all(context) || colleague.id == context.viewer.account)
            view.may_be_away.push_back(colleague);
    return view;
}

Expected<AbsenceView> view_absence(Context& context, std::string_view id) {
    if (auto allowed = context.require(Action::record_absence); !allowed) return refuse(allowed.error());
    auto& tx = context.read();
    auto const absence = storage::absences::find(tx, id);
    if (!absence || (!may_see_all(context) && absence->account != context.viewer.account))
        return refuse(RefusalKind::not_found, "absence-not-found", "There is no such absence");
    AbsenceView view;
    view.away = away_time(*absence, storage::accounts::list(tx, true));
    view.due = storage::team::due_before(tx, storage::case_scope(context.viewer, Action::see_case),
                                         absence->account, absence->until_on, most_due + 1);
    view.is_cut_short = view.due.size() > static_cast<std::size_t>(most_due);
    if (view.is_cut_short) view.due.pop_back();
    view.may_reassign = domain::access::may(context.viewer, Action::reassign_cases);
    return view;
}

Expected<std::string> record_absence(Context& context, RecordAbsence const& input) {
    if (auto allowed = context.require(Action::record_absence); !allowed) return refuse(allowed.error());
    if (!input.who) return refuse_field("who-missing", "who", "Select who is away");
    if (!input.from_on) return refuse_field("from-missing", "from-on", "Enter the first day away");
    if (!input.last_day) return refuse_field("last-day-missing", "last-day", "Enter the last day away");
    if (!may_see_all(context) && input.who != context.viewer.account)
        return refuse(RefusalKind::forbidden, "not-your-own", "You may only record your own absence");
    if (*input.last_day < *input.from_on)
        return refuse_field("ends-before-it-begins", "last-day",
                            "Last day away must be the same as or after the first");
    if (*input.last_day < context.today)
        return refuse_field("over-already", "last-day", "Last day away must be today or in the future");
    if (input.cover == input.who)
        return refuse_field("covers-themselves", "cover", "Select somebody else to cover");
    if (text::length(input.note) > 500)
        return refuse_field("note-too-long", "note", "Note must be 500 characters or fewer");
    return context.change([&](Change& change) -> Expected<std::string> {
        auto const who = storage::accounts::find(change.tx, *input.who);
        if (!who) return refuse_field("who-missing", "who", "Select who is away");
        if (input.cover)
            for (auto const& other : storage::absences::not_over_on(change.tx, change.today, most_listed))
                if (other.account == input.cover && other.from_on <= *input.last_day &&
                    *input.from_on < other.until_on)
                    return refuse_field("cover-is-away", "cover",
                                        "They are away themselves from " + date_words(other.from_on) +
                                            " to " + date_words(other.until_on.plus_days(-1)) +
                                            ": select somebody else");
        Absence const absence{.id = std::string(change.ids().next().text()),
                              .account = *input.who,
                              .from_on = *input.from_on,
                              .until_on = input.last_day->plus_days(1),
                              .cover = input.cover,
                              .note = input.note,
                              .recorded_by = change.viewer.account.value_or(*input.who),
                              .recorded_at = change.now};
        storage::absences::insert(change.tx, absence);
        change.record(*input.who, domain::events::absence_recorded,
                      domain::events::Detail()
                          .set("from", absence.from_on)
                          .set("until", absence.until_on)
                          .set("cover", absence.cover)
                          .personal("note", absence.note));
        return absence.id;
    });
}

}  // namespace doorstep::usecases::team
