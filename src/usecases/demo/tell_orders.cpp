#include "usecases/demo/tell_orders.h"

#include <set>

#include "base/clock.h"
#include "storage/accounts.h"
#include "storage/filling.h"
#include "storage/legal_orders.h"
#include "usecases/demo/order_officer.h"
#include "usecases/people/exclusions.h"

namespace doorstep::usecases::demo {
namespace {

using domain::orders::AfterIt;
using domain::orders::HearingPurpose;
using domain::orders::HearingResult;
using domain::orders::OrderForm;
using domain::orders::Scope;
using domain::orders::ServedHow;
using domain::orders::ServedWhat;
using Officer = OrderOfficer;

constexpr int looked_at = 400;

void partial_closure(Officer& officer) {
    if (!officer.start("closure", "police", "Northgate Police",
                       "Nineteen reports to us since spring, seven crimes reported to the police.", 55) ||
        !officer.close(Scope::partial, 35))
        return;
    officer.plan(AfterIt::return_home, 40, "The tenant comes back with support twice a week and a new lock.");
    officer.ask_at_the_door("tenant");
    officer.ask_at_the_door("visitor");
    (void)orders::mark_brief_read(officer.context(), officer.order().text());
}

void extended_closure(Officer& officer) {
    if (!officer.start("closure", "police", "Northgate Police",
                       "Drugs dealt day and night, a knife found on the stairs.", 140) ||
        !officer.close(Scope::full, 120))
        return;
    auto const until = officer.days_ago(120).plus_months(5).plus_days(-1);
    (void)orders::extend_order(officer.context(), {.reference = officer.file().reference,
                                                   .id = officer.order(),
                                                   .version = 1,
                                                   .applied_on = officer.days_ago(45),
                                                   .made_on = officer.days_ago(40),
                                                   .until_on = until,
                                                   .court = magistrates,
                                                   .note = "People tried to get back in twice."});
    officer.plan(AfterIt::possession, 20, "The home goes back to us; notice is being served.");
}

void closure_then_possession(Officer& officer) {
    if (!officer.start("closure", "police", "Northgate Police", "Fights and dealing from one home.", 170) ||
        !officer.close(Scope::full, 140))
        return;
    officer.plan(AfterIt::possession, 5, "Possession on condition 4.");
    (void)orders::end_order(officer.context(), {.reference = officer.file().reference,
                                                .id = officer.order(),
                                                .version = 1,
                                                .end = domain::orders::OrderEnd::expired,
                                                .ended_on = officer.days_ago(1),
                                                .ended_time = {},
                                                .note = "It ran out."});
    if (!officer.start("possession", "registered-provider-non-profit", "",
                       "Condition 4: the home was closed.", 0))
        return;
    officer.step("ground", 75, "", "Absolute ground, condition 4: the closure order.");
    officer.step("fairness", 75, "", "A disability was weighed; support offered and refused.");
    officer.step("homelessness", 75, "We told the homelessness prevention team", "Possession is sought");
    officer.record(OrderForm::notice, {}, "Elmfield Homes", 72, {9, 0}, officer.days_ago(40));
    officer.serve(ServedWhat::notice, 72, {11, 0}, ServedHow::by_hand, "The tenant");
    auto const heard = officer.hearing(20, {10, 0}, HearingPurpose::possession, county_court);
    officer.result(heard, HearingResult::granted,
                   "Possession in 14 days. The closure was lawfully obtained.");
    officer.record(OrderForm::final, {}, county_court, 20, {10, 30}, {});
}

void injunction(Officer& officer) {
    if (!officer.start(
            "injunction", "registered-provider-non-profit", "",
            "Threats to staff and neighbours for a month, spat at a manager. Police arrested and released.",
            0))
        return;
    // A former service user, booked out before it came to this (M-47).
    people::AddExclusion exclusion;
    exclusion.reference = officer.file().reference;
    exclusion.person = *officer.file().accused;
    exclusion.service = "supported-accommodation";
    exclusion.service_name = "Larch House";
    exclusion.from = officer.days_ago(45);
    exclusion.review = officer.days_ago(-60);
    exclusion.reason = "Threatened two support workers and broke the office door.";
    exclusion.warnings =
        "Told by the manager, then a written warning a week later. Came back and threatened them.";
    (void)people::add_exclusion(officer.context(), exclusion);
    if (!officer.enjoin(30, officer.days_ago(30).plus_months(24).plus_days(-1))) return;
    for (auto const* name : {"Robin Fairweather", "Ines Duarte"})
        (void)orders::add_protected(officer.context(),
                                    {officer.file().reference, officer.order(), name, "Reception"});
    officer.plan(AfterIt::nothing_more, 600, "Look at it again two months before it ends.");
    orders::RecordBreach breach;
    breach.reference = officer.file().reference;
    breach.id = officer.order();
    breach.happened_on = officer.days_ago(5);
    breach.happened_time = TimeOfDay{16, 20};
    breach.what = "Stood outside the office and shouted at somebody who came to work.";
    breach.evidence = "Camera at the entrance, two who saw it";
    breach.police_told_on = officer.days_ago(5);
    (void)orders::record_breach(officer.context(), breach);
}

void injunction_under_way(Officer& officer) {
    if (!officer.start("injunction", "registered-provider-non-profit", "",
                       "Abuse of neighbours every weekend.", 0))
        return;
    officer.step("limbs", 3, "", "Nuisance and annoyance to neighbours at home.");
    officer.step("warnings", 3, "", "A written and a final warning, both ignored.");
}

void closure_under_way(Officer& officer) {
    if (!officer.start("closure", "police", "Northgate Police", "Dealing from the home since autumn.", 8))
        return;
    officer.step("request", 8, "The neighbourhood inspector", "They agree and lead");
    officer.step("measures-meeting", 4, "Police, council and us", "Decided to go ahead.");
    officer.step("cuckooing", 4, "", "The tenant is afraid of those who use the home.");
}

void behaviour_order(Officer& officer) {
    if (!officer.start("criminal-behaviour-order", "prosecution", "", "Convicted of threats in the street.",
                       0))
        return;
    if (!officer.record(OrderForm::final, {}, magistrates, 28, {12, 0}, officer.days_ago(28).plus_months(36)))
        return;
    officer.clause("Not to be drunk in the shopping parade.", false, false, true);
    officer.plan(AfterIt::nothing_more, 900, "Ask the police how it is kept, each spring.");
}

void contract(Officer& officer) {
    if (!officer.start("behaviour-contract", "registered-provider-non-profit", "",
                       "Ball games and shouting late.", 0))
        return;
    officer.step("meeting", 12, "The tenant and a parent",
                 "Home by nine in the evening, no games in the stairwell.");
    officer.record(OrderForm::notice, {}, "Elmfield Homes", 12, {16, 0}, officer.days_ago(12).plus_months(6));
    officer.clause("Not to play games in the stairwell.", false, false, false);
}

void undertaking(Officer& officer) {
    if (!officer.start("undertaking", "registered-provider-non-profit", "", "Offered to the judge at court.",
                       0))
        return;
    officer.hearing(-9, {10, 0}, HearingPurpose::application, county_court);
}

struct Scenario {
    int raised_days_ago;
    bool wants_accused;
    void (*tell)(Officer&);
    bool is_shown = false;  ///< on a case of the officer people sign in as, where there is one
};
constexpr Scenario scenarios[] = {
    {175, true, closure_then_possession},
    {145, true, extended_closure},
    {60, true, partial_closure, true},
    {40, true, injunction, true},
    {32, true, behaviour_order},
    {14, false, closure_under_way},
    {16, true, contract},
    {6, false, injunction_under_way},
    {4, false, undertaking},
};

}  // namespace

void tell_orders(SiteConfig const& config, Date as_of, std::uint64_t seed) {
    auto const today = as_of.plus_days(-1);
    FixedClock clock(london_instant(today, {16, 30}));
    OpenedSite site(config, clock);
    SeededIdSource ids(clock, seed);
    auto& base = site.services();
    Services services{.database = base.database,
                      .clock = clock,
                      .ids = ids,
                      .settings = base.settings,
                      .views = base.views,
                      .vault = base.vault,
                      .site_key = base.site_key,
                      .mail = base.mail};
    std::vector<std::string> const kinds{"drugs",          "cuckooing",  "violence", "knife-crime",
                                         "abuse-of-staff", "harassment", "hate"};
    auto const cases = site.database().read([&](storage::sql::Read& tx) {
        return storage::filling::cases_to_act_on(tx, clock.now(), kinds, looked_at);
    });
    // Whoever signs in as the officer of the sign-in page finds a closure and an injunction on their list.
    std::optional<AccountId> shown_officer;
    for (auto const& account :
         site.database().read([&](storage::sql::Read& tx) { return storage::accounts::list(tx, false); }))
        if (!shown_officer && account.is_demo && account.roles.has(domain::access::Role::asb_officer))
            shown_officer = account.id;
    std::set<std::string> taken;
    auto const tell = [&](Scenario const& scenario, bool of_shown_officer) {
        for (auto const& file : cases) {
            if (taken.contains(file.reference) || (scenario.wants_accused && !file.accused) ||
                (of_shown_officer && file.owner != shown_officer) ||
                file.raised_on > today.plus_days(-scenario.raised_days_ago))
                continue;
            auto const account = site.database().read(
                [&](storage::sql::Read& tx) { return storage::accounts::find(tx, file.owner); });
            if (!account) continue;
            taken.insert(file.reference);
            Officer officer(services, *account, file, today);
            scenario.tell(officer);
            return true;
        }
        return false;
    };
    for (auto const& scenario : scenarios)
        if (!scenario.is_shown || !tell(scenario, true)) tell(scenario, false);
}

}  // namespace doorstep::usecases::demo
