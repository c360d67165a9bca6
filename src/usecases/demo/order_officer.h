#pragma once

#include <optional>

#include "domain/accounts/account.h"
#include "storage/filling.h"
#include "usecases/orders/breaches.h"
#include "usecases/orders/change_order.h"
#include "usecases/orders/entry.h"
#include "usecases/orders/hearings.h"
#include "usecases/orders/record_order.h"
#include "usecases/orders/start_action.h"

/// Legal action on one case as its owner records it, through the use-cases that pages use.
namespace doorstep::usecases::demo {

inline constexpr char const* magistrates = "Northgate Magistrates’ Court";
inline constexpr char const* county_court = "Northgate County Court";

/// One case, acted on by its owner.
class OrderOfficer {
  public:
    OrderOfficer(Services& services, domain::accounts::Account const& account,
                 storage::filling::CaseToActOn const& file, Date today)
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
    HearingId hearing(int ago, TimeOfDay time, domain::orders::HearingPurpose purpose, char const* court) {
        auto const listed = orders::list_hearing(context_, {.reference = file_.reference,
                                                            .action = action_,
                                                            .purpose = purpose,
                                                            .court = court,
                                                            .on = days_ago(ago),
                                                            .time = time});
        return listed.value_or(HearingId());
    }
    void result(HearingId hearing, domain::orders::HearingResult what, char const* note) {
        (void)orders::record_hearing(context_, {.reference = file_.reference,
                                                .action = action_,
                                                .hearing = hearing,
                                                .version = 1,
                                                .result = what,
                                                .note = note,
                                                .notice_goes_on = {}});
    }
    bool record(domain::orders::OrderForm form, std::optional<domain::orders::Scope> scope, char const* court,
                int ago, TimeOfDay time, std::optional<Date> until,
                std::optional<TimeOfDay> until_time = {}) {
        orders::RecordOrder input;
        input.reference = file_.reference;
        input.action = action_;
        input.form = form;
        input.scope = scope;
        input.court = court;
        input.senior = form == domain::orders::OrderForm::notice;
        input.made_on = days_ago(ago);
        input.made_time = time;
        input.until_on = until;
        input.until_time = until_time;
        auto const made = orders::record_order(context_, input);
        if (made) order_ = *made;
        return made.has_value();
    }
    void serve(domain::orders::ServedWhat what, int ago, TimeOfDay time, domain::orders::ServedHow how,
               char const* on_whom) {
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
    void plan(domain::orders::AfterIt after, int in_days, char const* note) {
        (void)orders::set_expiry_plan(context_, {.reference = file_.reference,
                                                 .id = order_,
                                                 .after_it = after,
                                                 .owner = account_,
                                                 .by = today_.plus_days(in_days),
                                                 .note = note});
    }
    /// A closure from the notice to the order, made `ago` days ago for three months, checked so many days
    /// before.
    bool close(domain::orders::Scope scope, int ago, int checked_before = 6) {
        checks_before_court(ago + checked_before);
        auto const heard = hearing(ago, {10, 30}, domain::orders::HearingPurpose::application, magistrates);
        record(domain::orders::OrderForm::notice, {}, "Superintendent Hale", ago + 2, {14, 0}, days_ago(ago),
               TimeOfDay{14, 0});
        serve(domain::orders::ServedWhat::notice, ago + 2, {15, 10}, domain::orders::ServedHow::fixed,
              "The tenant and everybody there");
        result(heard, domain::orders::HearingResult::granted,
               "Serious nuisance and crime found. The order is necessary.");
        if (!record(domain::orders::OrderForm::final, scope, magistrates, ago, {11, 0},
                    days_ago(ago).plus_months(3).plus_days(-1)))
            return false;
        serve(domain::orders::ServedWhat::order, ago, {13, 0}, domain::orders::ServedHow::by_hand,
              "The tenant");
        step("secure", ago - 1, "", "Steel door, two keys, both in the safe. Looked at every Monday.");
        step("belongings", ago - 1, "", "Fetched with an officer. The cat is with a relative.");
        return true;
    }
    /// An injunction made `ago` days ago, with an exclusion zone and no contact; decided on the day before.
    bool enjoin(int ago, Date until) {
        step("limbs", ago + 2, "", "Harassment, alarm and distress to staff; housing-related nuisance.");
        step("warnings", ago + 2, "", "Warned in writing twice. Then threats, then an assault.");
        step("fairness", ago + 2, "", "Drink was weighed; treatment offered.");
        step("youth", ago + 2, "Adult", "Adult");
        (void)orders::decide_action(context_, {.reference = file_.reference,
                                               .id = action_,
                                               .decided_on = days_ago(ago + 1),
                                               .decided_time = TimeOfDay{9, 0}});
        auto const heard = hearing(ago, {14, 0}, domain::orders::HearingPurpose::application, county_court);
        result(heard, domain::orders::HearingResult::granted, "Violence and threats found.");
        if (!record(domain::orders::OrderForm::final, {}, county_court, ago, {14, 30}, until)) return false;
        serve(domain::orders::ServedWhat::order, ago, {17, 0}, domain::orders::ServedHow::by_hand,
              "The respondent");
        clause("Not to use or threaten violence against anybody who works for Elmfield Homes.", true, false,
               false);
        clause("Not to contact, directly or through others, the people named in the schedule.", true, true,
               false);
        clause("Not to come within 250 metres of the place shown on the map.", true, false, true);
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
    storage::filling::CaseToActOn const& file() const { return file_; }
    LegalActionId action() const { return action_; }

  private:
    Context context_;
    AccountId account_;
    storage::filling::CaseToActOn file_;
    Date today_;
    LegalActionId action_;
    LegalOrderId order_;
};

}  // namespace doorstep::usecases::demo
