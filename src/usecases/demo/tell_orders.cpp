#include "usecases/demo/tell_orders.h"

#include <set>

#include "base/clock.h"
#include "storage/accounts.h"
#include "storage/filling.h"
#include "storage/legal_orders.h"
#include "usecases/orders/breaches.h"
#include "usecases/orders/change_order.h"
#include "usecases/orders/entry.h"
#include "usecases/orders/hearings.h"
#include "usecases/orders/record_order.h"
#include "usecases/orders/start_action.h"

namespace doorstep::usecases::demo {
namespace {

using domain::orders::AfterIt;
using domain::orders::HearingPurpose;
using domain::orders::HearingResult;
using domain::orders::OrderForm;
using domain::orders::Scope;
using domain::orders::ServedHow;
using domain::orders::ServedWhat;
using storage::filling::CaseToActOn;

constexpr char const* magistrates = "Northgate Magistrates’ Court";
constexpr char const* county_court = "Northgate County Court";
constexpr int looked_at = 400;

/// One case, acted on by its owner.
class Officer {
  public:
    Officer(Services& services, domain::accounts::Account const& account, CaseToActOn const& file, Date today)
        : context_(services, account.viewer(domain::access::Door::web)),
          account_(account.id),
          file_(file),
          today_(today) {}

    Date days_ago(int days) const { return today_.plus_days(-days); }
    LegalOrderId order() const { return order_; }

    bool start(char const* kind, char const* body, char const* name, char const* why, int asked_days_ago) {
        orders::StartAction input;
        input.reference = file_.reference;
        input.kind = kind;
        input.body = body;
        input.applicant_name = name;
        input.respondent = file_.accused;
        input.why = why;
        input.impact = "Neighbours keep their children in, and asked how soon it can stop.";
        if (asked_days_ago > 0) input.requested_on = days_ago(asked_days_ago);
        auto const started = orders::start_action(context_, input);
        if (started) action_ = *started;
        return started.has_value();
    }
    void step(char const* code, int ago, char const* who, char const* what) {
        orders::RecordStep input;
        input.reference = file_.reference;
        input.id = action_;
        input.code = code;
        input.done_on = days_ago(ago);
        input.with_whom = who;
        input.what = what;
        (void)orders::record_step(context_, input);
    }
    void checks_before_court(int ago) {
        step("measures-meeting", ago, "Police, council, adult social care and us",
             "Locks changed, patrols every evening, a worker visits each week. Decided to go ahead.");
        step("homelessness", ago, "We told the council’s homelessness prevention team",
             "The home may be closed");
        step("destination", ago, "", "Supported housing is held for the tenant. In priority need.");
        step("cuckooing", ago, "", "Others dealt from the home. The tenant is treated as a possible victim.");
        step("fairness", ago, "", "A disability was weighed. Support offered three times and taken up once.");
        step("consultation", ago, "The tenant, the owner, neighbours and the council",
             "Neighbours want it. The tenant was told and understood.");
    }
    HearingId hearing(int ago, TimeOfDay time, HearingPurpose purpose, char const* court) {
        auto const listed = orders::list_hearing(context_, {.reference = file_.reference,
                                                            .action = action_,
                                                            .purpose = purpose,
                                                            .court = court,
                                                            .on = days_ago(ago),
                                                            .time = time});
        return listed.value_or(HearingId());
    }
    void result(HearingId hearing, HearingResult what, char const* note) {
        (void)orders::record_hearing(context_, {.reference = file_.reference,
                                                .action = action_,
                                                .hearing = hearing,
                                                .version = 1,
                                                .result = what,
                                                .note = note,
                                                .notice_goes_on = {}});
    }
    bool record(OrderForm form, std::optional<Scope> scope, char const* court, int ago, TimeOfDay time,
                std::optional<Date> until, std::optional<TimeOfDay> until_time = {}) {
        orders::RecordOrder input;
        input.reference = file_.reference;
        input.action = action_;
        input.form = form;
        input.scope = scope;
        input.court = court;
        input.senior = form == OrderForm::notice;
        input.made_on = days_ago(ago);
        input.made_time = time;
        input.until_on = until;
        input.until_time = until_time;
        auto const made = orders::record_order(context_, input);
        if (made) order_ = *made;
        return made.has_value();
    }
    void serve(ServedWhat what, int ago, TimeOfDay time, ServedHow how, char const* on_whom) {
        orders::RecordService input;
        input.reference = file_.reference;
        input.action = action_;
        input.what = what;
        input.how = how;
        input.served_on = days_ago(ago);
        input.served_time = time;
        input.on_whom = on_whom;
        input.by_whom = "Police Constable 4471";
        input.proof = "Two photographs";
        (void)orders::record_service(context_, input);
    }
    void plan(AfterIt after, int in_days, char const* note) {
        (void)orders::set_expiry_plan(context_, {.reference = file_.reference,
                                                 .id = order_,
                                                 .after_it = after,
                                                 .owner = account_,
                                                 .by = today_.plus_days(in_days),
                                                 .note = note});
    }
    /// A closure from the notice to the order, made `ago` days ago for three months.
    bool close(Scope scope, int ago) {
        checks_before_court(ago + 6);
        auto const heard = hearing(ago, {10, 30}, HearingPurpose::application, magistrates);
        record(OrderForm::notice, {}, "Superintendent Hale", ago + 2, {14, 0}, days_ago(ago),
               TimeOfDay{14, 0});
        serve(ServedWhat::notice, ago + 2, {15, 10}, ServedHow::fixed, "The tenant and everybody there");
        result(heard, HearingResult::granted, "Serious nuisance and crime found. The order is necessary.");
        if (!record(OrderForm::final, scope, magistrates, ago, {11, 0},
                    days_ago(ago).plus_months(3).plus_days(-1)))
            return false;
        serve(ServedWhat::order, ago, {13, 0}, ServedHow::by_hand, "The tenant");
        step("secure", ago - 1, "", "Steel door, two keys, both in the safe. Looked at every Monday.");
        step("belongings", ago - 1, "", "Fetched with an officer. The cat is with a relative.");
        return true;
    }
    void ask_at_the_door(char const* role) {
        (void)orders::check_entry(
            context_, {.order = std::string(order_.text()), .role = role, .name = "", .on = {}, .time = {}});
    }
    void clause(char const* words, bool arrest, bool no_contact, bool zone) {
        orders::AddClause input;
        input.reference = file_.reference;
        input.id = order_;
        input.words = words;
        input.power_of_arrest = arrest;
        if (arrest) input.arrest_ground = domain::orders::ArrestGround::violence;
        input.no_contact = no_contact;
        if (zone && file_.easting && file_.northing) {
            input.zone_centre = std::to_string(*file_.easting) + ", " + std::to_string(*file_.northing);
            input.zone_radius = 250;
        }
        (void)orders::add_clause(context_, input);
    }
    Context& context() { return context_; }
    CaseToActOn const& file() const { return file_; }
    LegalActionId action() const { return action_; }

  private:
    Context context_;
    AccountId account_;
    CaseToActOn file_;
    Date today_;
    LegalActionId action_;
    LegalOrderId order_;
};

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
    officer.step("limbs", 32, "", "Harassment, alarm and distress to staff; housing-related nuisance.");
    officer.step("warnings", 32, "", "Warned in writing twice. Then threats, then an assault.");
    officer.step("fairness", 32, "", "Drink was weighed; treatment offered.");
    officer.step("youth", 32, "Adult", "Adult");
    (void)orders::decide_action(officer.context(), {.reference = officer.file().reference,
                                                    .id = officer.action(),
                                                    .decided_on = officer.days_ago(31),
                                                    .decided_time = TimeOfDay{9, 0}});
    auto const heard = officer.hearing(30, {14, 0}, HearingPurpose::application, county_court);
    officer.result(heard, HearingResult::granted, "Violence and threats found.");
    if (!officer.record(OrderForm::final, {}, county_court, 30, {14, 30},
                        officer.days_ago(30).plus_months(24).plus_days(-1)))
        return;
    officer.serve(ServedWhat::order, 30, {17, 0}, ServedHow::by_hand, "The respondent");
    officer.clause("Not to use or threaten violence against anybody who works for Elmfield Homes.", true,
                   false, false);
    officer.clause("Not to contact, directly or through others, the people named in the schedule.", true,
                   true, false);
    officer.clause("Not to come within 250 metres of the place shown on the map.", true, false, true);
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
};
constexpr Scenario scenarios[] = {
    {175, true, closure_then_possession},
    {145, true, extended_closure},
    {60, true, partial_closure},
    {40, true, injunction},
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
    std::set<std::string> taken;
    for (auto const& scenario : scenarios)
        for (auto const& file : cases) {
            if (taken.contains(file.reference) || (scenario.wants_accused && !file.accused) ||
                file.raised_on > today.plus_days(-scenario.raised_days_ago))
                continue;
            auto const account = site.database().read(
                [&](storage::sql::Read& tx) { return storage::accounts::find(tx, file.owner); });
            if (!account) continue;
            taken.insert(file.reference);
            Officer officer(services, *account, file, today);
            scenario.tell(officer);
            break;
        }
}

}  // namespace doorstep::usecases::demo
