#pragma once

#include <functional>
#include <vector>

#include "domain/closures/closing.h"
#include "domain/messages/letters.h"
#include "domain/questions/question_set.h"
#include "domain/wording/merge.h"
#include "legal/lists.h"
#include "usecases/demo/bundle.h"
#include "usecases/demo/case_life.h"
#include "usecases/demo/cast.h"
#include "usecases/demo/journal.h"
#include "usecases/demo/tell_report.h"
#include "usecases/messages/recipient.h"

namespace doorstep::usecases::demo {

/// One case as it is lived, moment by moment, from its first report to the day the demo ends on. What happens
/// at one moment puts off what happens later; nothing looks ahead of its own time.
class Life {
  public:
    Life(World const& world, Stories const& stories, Story const& story);
    Bundle live();

  private:
    using Act = std::function<void()>;
    /// What the case must be for something to happen to it.
    enum class During { open, closed, either };
    struct Scheduled {
        Instant at;
        int order = 0;  ///< of what falls on one moment
        During during{};
        Act act;
        bool operator<(Scheduled const& other) const {
            // The queue gives the greatest first.
            return std::pair(other.at, other.order) < std::pair(at, order);
        }
    };
    /// What each complainant has been through.
    struct Voice {
        std::vector<Date> conversations;
        std::optional<domain::risk::Assessment> assessed;  ///< the newest
        std::optional<Date> rights_told_on;
        int first_contacts = 0;  ///< told of, since the case was opened or opened again
    };
    struct PlannedStep {
        domain::plans::PlanStep step;
        bool agreed = false;
    };

    // life.cpp: time and people
    void run();
    void schedule(Instant at, During during, Act act);
    /// Some time on a working day, this many days on.
    Instant in_days(int days) { return world_.hours.on(today_.plus_days(days), random_); }
    /// A little later, for a second event of one act.
    void tick() { now_ = now_.plus_seconds(1 + random_.below(40)); }
    void choose_owner();
    Employee const& owner() const { return world_.staff[world_.staff.in_post(owner_place_, today_)]; }
    Employee const& housing_officer() const {
        return world_.staff[world_.staff.in_post(housing_place_, today_)];
    }
    /// Who does the owner's work today.
    Employee const& acting() const { return world_.staff[world_.staff.at_work(owner_place_, today_)]; }
    Employee const& manager();
    Employee const& business_support();
    Employee const& approver();
    /// How likely a promise is kept now.
    double care() const { return owner().care * (world_.is_backlog(today_) ? 0.72 : 1.0); }
    void handled_by(Employee const& employee);
    void record(Employee const& by, domain::events::EventKind const& kind, std::string_view subject,
                domain::events::Detail const& detail = {});
    void record_by_program(domain::events::EventKind const& kind, std::string_view subject,
                           domain::events::Detail const& detail);
    void put_item(domain::work::Kind kind, std::optional<AccountId> whose, std::string_view subject,
                  Date due_on);
    void hand_over_if_needed();
    /// What is still to do goes from one to the other.
    void give_work(std::optional<AccountId> from, AccountId to);
    void finish();

    // life_opening.cpp: reports, opening, people on the case
    ToldReport report(Instant at, std::int32_t number, std::string const& channel);
    void join(ToldReport told, Employee const& by, domain::triage::Path path);
    void open(ToldReport& first);
    void add_part(CastMember const& member, Employee const& by);
    void join_later(Story::Later const& later);
    void link_to_earlier(Employee const& by);
    void restrict(Employee const& by);
    bool has_clock(std::size_t n) const;
    std::optional<std::size_t> known_accused() const;

    // life_contacts.cpp
    Date promise(std::string_view standard, Date from) const;
    void plan_first_contact(std::size_t n, Date from);
    void plan_next_contact(std::size_t n);
    void plan_attempts_before(Instant at, std::size_t n);
    void plan_visits_to_other_side();
    domain::contacts::Method method_for(std::size_t n);
    void contact(std::size_t n, domain::contacts::Method method, domain::contacts::Result result,
                 std::string const& summary);
    void tell_officers(std::size_t n, Employee const& by);
    void tell_rights(std::size_t n, Employee const& by);
    void speak(std::size_t n);
    void leave_message();
    void put_answers_due();
    void finish_clock(std::size_t n, domain::contacts::ContactStandards const& standards);

    // life_risk.cpp
    bool is_high() const { return file_.is_high_risk(); }
    std::vector<domain::contacts::BandFrom> bands() const;
    void plan_assessment(std::size_t n);
    void assess(std::size_t n);
    void choose_another_band(domain::risk::Assessment& made, Employee const& by);
    void decide_lower_band(std::size_t n, ApprovalId asked, bool approved);
    void apply_risk();
    void keep_manager_review(std::optional<domain::cases::RiskBand> band_before,
                             domain::risk::Assessment const& made, Employee const& by);
    void withdraw_reviews(Employee const& by);

    // life_plan.cpp
    void set_plan_due(Date spoken_on);
    void draft_plan();
    void agree_plan();
    domain::plans::PlanStep step_of(legal::ListEntry const& entry);
    void end_step(std::size_t place, domain::plans::StepState state, std::string const& result);
    void plan_step_end(std::size_t place);

    // life_steps.cpp: incidents, evidence, steps taken, tasks, notes
    void incident(Date on, std::optional<ReportId> report);
    void plan_incidents();
    void plan_files();
    void receive_file();
    void open_file(std::size_t place);
    void plan_interventions();
    void intervene(std::string const& code);
    void end_intervention(std::size_t place);
    void plan_tasks();
    void add_task();
    void plan_notes();
    void plan_pause();

    // life_letters.cpp
    messages::Recipient reader(std::size_t n) const;
    std::optional<domain::messages::Message> compose(std::size_t n, std::string_view letter,
                                                     domain::wording::Fields const& own, Employee const& by);
    static domain::events::Detail detail_of(domain::messages::Message const& message);
    void write_letter(std::size_t n, std::string_view letter, domain::wording::Fields const& own,
                      Employee const& by);
    void send_email(std::size_t place);
    void post_letter(std::size_t place);
    void write_closing_letters(domain::closures::Closing const& closing, Employee const& by);
    void draft_letter();
    void put_letter_items();

    // life_warnings.cpp
    void plan_warning();
    void warn();
    void declare_conflict();

    // life_closing.cpp
    void plan_closing();
    void try_to_close();
    bool all_spoken_to_lately() const;
    void ask_to_close(domain::closures::Closing const& closing);
    void close(domain::closures::Closing const& closing, AccountId closed_by, Employee const& by);
    void plan_reopening();
    void reopen();

    // life_surveys.cpp
    void make_surveys();
    void try_survey(std::size_t place);
    void complete_survey(std::size_t place, Employee const& by);
    domain::surveys::Answer answer(domain::questions::Question const& question, std::size_t person,
                                   double happiness);
    double happiness(std::size_t person);
    void comment(std::size_t place, std::string const& words, domain::surveys::CommentKind kind,
                 std::string const& about);

    World const& world_;
    Stories const& stories_;
    Story const& story_;
    CategoryWords const& category_;
    Cast const cast_;
    Random random_;
    TimedIds ids_;
    Journal journal_;
    Bundle bundle_;
    domain::cases::CaseFile file_;
    std::vector<domain::people::CasePerson> parts_;
    std::vector<Voice> voices_;  ///< by part
    std::vector<domain::contacts::Closed> closed_times_;
    std::vector<domain::contacts::BandFrom> given_bands_;
    domain::plans::ActionPlan plan_;
    bool has_plan_ = false;
    double severity_ = 0;   ///< of this case, 0 to 1; falls as it is worked on
    bool resolves_ = true;  ///< how it will end
    Instant closes_at_;     ///< about when somebody will first try to close it
    std::size_t owner_place_ = 0;
    std::size_t housing_place_ = 0;
    Instant now_;
    Date today_;
    std::vector<Scheduled> queue_;  ///< a heap, the next first
    int order_ = 0;
};

}  // namespace doorstep::usecases::demo
