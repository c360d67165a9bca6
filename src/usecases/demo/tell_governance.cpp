#include "usecases/demo/tell_governance.h"

#include <algorithm>

#include "legal/paper_template.h"
#include "legal/quality_checklist.h"
#include "storage/accounts.h"
#include "usecases/context.h"
#include "usecases/demo/random.h"
#include "usecases/meetings/meetings.h"
#include "usecases/papers/write_paper.h"
#include "usecases/quality/quality.h"

namespace doorstep::usecases::demo {
namespace {

using domain::access::Role;
using domain::meetings::Item;
using domain::meetings::ItemKind;

/// Tells in order of time; the first refusal ends it.
class Governance {
  public:
    Governance(Services& services, FixedClock& clock, std::uint64_t seed)
        : clock_(clock),
          now_(clock.now()),
          today_(clock.today()),
          ids_(clock, seed_of(seed, 31)),
          services_{services.database, clock,        ids_, services.settings, services.views, services.vault,
                    services.site_key, services.mail},
          random_(seed_of(seed, 32)),
          last_(FinancialQuarter::containing(today_).previous()),
          earlier_(last_.previous()) {
        auto const accounts =
            services.database.read([](storage::sql::Read& tx) { return storage::accounts::list(tx, false); });
        auto const first_of = [&](Role role) {
            auto const found = std::find_if(accounts.begin(), accounts.end(), [&](auto const& account) {
                return account.is_demo && account.roles.has(role);
            });
            return found == accounts.end() ? domain::accounts::Account{} : *found;
        };
        manager_ = first_of(Role::asb_manager);
        head_ = first_of(Role::head_of_housing);
        tenant_ = first_of(Role::tenant_member);
    }

    Expected<Done> tell() {
        using Step = Expected<Done> (Governance::*)();
        for (Step const step :
             {&Governance::issued_paper, &Governance::held_meeting, &Governance::questions,
              &Governance::checked_cases, &Governance::drafted_paper, &Governance::planned_meeting})
            if (auto done = (this->*step)(); !done) return done;
        clock_.set(now_);
        return Done{};
    }

  private:
    /// Never after the demo's own day.
    Context at(Date day, domain::accounts::Account const& who) {
        clock_.set(std::min(now_, london_instant(day, {10, 0})));
        return Context(services_, who.viewer(domain::access::Door::web));
    }

    Expected<std::string> draft(FinancialQuarter quarter, Date on, Date meeting_on) {
        auto context = at(on, manager_);
        auto const paper =
            papers::draft_paper(context, {.period = quarter.code(),
                                          .board_name = "Operations Committee",
                                          .meeting_on = meeting_on,
                                          .title = "Anti-social behaviour: " + quarter.words(),
                                          .author_role = "ASB team manager",
                                          .recommendation = "To note",
                                          .report_part = "Part B, for information and noting"});
        if (!paper) return refuse(paper.error());
        return std::string(paper->text());
    }

    Expected<Done> issued_paper() {
        auto const until = earlier_.period().until;
        auto const id = draft(earlier_, until.plus_days(20), until.plus_days(71));
        if (!id) return refuse(id.error());
        auto telling = at(until.plus_days(24), manager_);
        for (auto const& partner :
             {domain::papers::PartnerSummary{"Public protection officers", 52, 14,
                                             "Patrols of the blocks that residents named, mostly in the "
                                             "evening."},
              domain::papers::PartnerSummary{"Neighbourhood policing team", 21, 8,
                                             "Joint visits, and two operations led by the police."}})
            if (auto done = papers::write_partner(telling, {.id = *id, .summary = partner}); !done)
                return done;
        for (auto const& one : legal::board_paper_template().implications)
            if (auto done = papers::write_section(
                    telling, {.id = *id, .code = "implications." + one.code, .answer = false, .words = ""});
                !done)
                return done;
        auto freezing = at(until.plus_days(30), manager_);
        if (auto done = papers::send_for_approval(freezing, *id); !done) return done;
        int day = 40;
        for (auto const& role : legal::board_paper_template().approvals) {
            auto const on = until.plus_days(day);
            auto approving = at(on, head_);
            auto const name = role.code == "head-of-service" ? head_.name
                              : role.code == "governance"    ? std::string("Ellen Moss")
                                                             : std::string("Ruth Okoye");
            if (auto done = papers::approve_paper(approving, {.id = *id, .approval = {role.code, name, on}});
                !done)
                return done;
            day += 6;
        }
        auto issuing = at(until.plus_days(60), manager_);
        return papers::issue_paper(issuing, *id);
    }

    Expected<Done> drafted_paper() {
        auto const until = last_.period().until;
        auto const id = draft(last_, until.plus_days(20), until.plus_days(71));
        if (!id) return refuse(id.error());
        return Done{};
    }

    Expected<Done> held_meeting() {
        auto const held_on = earlier_.period().until.plus_days(75);
        auto context = at(held_on, manager_);
        auto const meeting = meetings::plan_meeting(context, {.series = "Tenant monitoring group",
                                                              .department = "Anti-social behaviour team",
                                                              .name = "Monitoring of " + earlier_.words(),
                                                              .held_on = held_on,
                                                              .starts = TimeOfDay{10, 0},
                                                              .ends = TimeOfDay{11, 30},
                                                              .next_on = last_.period().until.plus_days(75),
                                                              .note_taker = "Bea Thornton"});
        if (!meeting) return refuse(meeting.error());
        std::string const id(meeting->text());
        auto done =
            meetings::record_attendance(context, {.id = id,
                                                  .members = tenant_.name + "\nAda Whitlock\nRon Castellan",
                                                  .officers = manager_.name + "\n" + head_.name,
                                                  .guests = "",
                                                  .apologies = "Jude Amara",
                                                  .unnamed = {}});
        if (!done) return done;
        auto const officer = domain::meetings::initials_of(manager_.name);
        auto const member = domain::meetings::initials_of(tenant_.name);
        std::vector<Item> items;
        items.push_back({.kind = ItemKind::note,
                         .heading = "Figures of the quarter",
                         .speaker = officer,
                         .words = "The figures of " + earlier_.words() +
                                  " were gone through: cases opened and closed, contact kept up, and what "
                                  "residents said a month after."});
        items.push_back({.kind = ItemKind::question,
                         .heading = "Keeping in touch",
                         .speaker = member,
                         .words = "Why do some people still wait more than two weeks for a call?"});
        items.push_back({.kind = ItemKind::answer,
                         .speaker = officer,
                         .words = "Most of those were in weeks when an officer was away. Cover is now "
                                  "arranged before the leave begins.",
                         .action = "Bring the share of contacts kept in weeks of leave",
                         .action_owner = manager_.name,
                         .action_due_on = last_.period().until.plus_days(70)});
        items.push_back({.kind = ItemKind::question,
                         .heading = "The survey",
                         .speaker = "AW",
                         .words = "How many people are never reached for the survey?"});
        items.push_back({.kind = ItemKind::answer,
                         .speaker = officer,
                         .words = "About one in five. They are tried three times, at different hours.",
                         .no_action_because = "Shown in the figures of each quarter"});
        items.push_back({.kind = ItemKind::praise,
                         .heading = "Thanks",
                         .speaker = "RC",
                         .words = "The group thanked the team for the new lighting at the parade of shops."});
        for (auto& item : items)
            if (done = meetings::save_item(context, {.meeting = id, .item = "", .content = std::move(item)});
                !done)
                return done;
        auto publishing = at(held_on.plus_days(8), manager_);
        return meetings::publish_minutes(publishing, {.id = id, .knows_warnings = true});
    }

    Expected<Done> planned_meeting() {
        auto const held_on = last_.period().until.plus_days(75);
        if (held_on <= today_) return Done{};
        auto context = at(held_on.plus_days(-40), manager_);
        auto const meeting = meetings::plan_meeting(context, {.series = "Tenant monitoring group",
                                                              .department = "Anti-social behaviour team",
                                                              .name = "Monitoring of " + last_.words(),
                                                              .held_on = held_on,
                                                              .starts = TimeOfDay{10, 0},
                                                              .ends = TimeOfDay{11, 30},
                                                              .next_on = {},
                                                              .note_taker = "Bea Thornton"});
        if (!meeting) return refuse(meeting.error());
        return Done{};
    }

    Expected<Done> questions() {
        auto first = at(earlier_.period().until.plus_days(79), tenant_);
        auto done = meetings::ask_question(
            first, {.words = "Could the minutes say how many homes are in each area?"});
        if (!done) return done;
        auto manager = at(earlier_.period().until.plus_days(81), manager_);
        auto const home = meetings::view_panel(manager);
        if (!home) return refuse(home.error());
        for (auto const& question : home->questions) {
            done = meetings::answer_question(
                manager, {.id = question.id,
                          .answer = "Yes. The table by area has a column for homes from this quarter on."});
            if (!done) return done;
        }
        auto second = at(earlier_.period().until.plus_days(84), tenant_);
        return meetings::ask_question(
            second, {.words = "What happens when the person causing the noise rents from somebody else?"});
    }

    static std::vector<std::string> const& lessons() {
        static std::vector<std::string> const all{
            "Write down why a call was late, not only that it was.",
            "Ask about safe contact again at each call, and say so on file.",
            "A plan needs a step that the landlord does, not only steps for the resident.",
            "Support was offered to one side only.",
            "The reason for the warning belongs on file before it is sent."};
        return all;
    }

    /// Last month's sample, most of it done, and this month's where the month has begun.
    Expected<Done> checked_cases() {
        auto const first_of_month = today_.plus_days(1 - today_.day());
        auto drawing = at(first_of_month.plus_months(-1).plus_days(1), manager_);
        if (auto const drawn = quality::draw_sample(drawing); !drawn) return Done{};
        auto checking = at(first_of_month.plus_days(-6), manager_);
        auto const view = quality::view_quality(checking, {});
        if (!view) return refuse(view.error());
        int left = 8;
        for (auto const& listed : view->checks) {
            if (left-- == 0) break;
            quality::FinishCheck finish{.id = std::string(listed.check.id.text()),
                                        .seen_version = listed.check.version};
            bool all_met = true;
            for (auto const& question : legal::quality_checklist().questions) {
                bool const met = random_.chance(0.85);
                all_met = all_met && met;
                finish.answers[question.code] =
                    met ? domain::quality::Verdict::met : domain::quality::Verdict::not_met;
            }
            if (!all_met) {
                finish.feedback = "Good work on the whole; what is not ticked is to be put right this week.";
                finish.learning = random_.pick(lessons());
            }
            // A case that the manager worked on is somebody else's to check.
            (void)quality::finish_check(checking, finish);
        }
        if (today_.day() > 3) {
            auto again = at(first_of_month.plus_days(1), manager_);
            (void)quality::draw_sample(again);
        }
        return Done{};
    }

    FixedClock& clock_;
    Instant now_;
    Date today_;
    SeededIdSource ids_;
    Services services_;
    Random random_;
    FinancialQuarter last_;
    FinancialQuarter earlier_;
    domain::accounts::Account manager_;
    domain::accounts::Account head_;
    domain::accounts::Account tenant_;
};

}  // namespace

Expected<Done> tell_governance(Services& services, FixedClock& clock, std::uint64_t seed) {
    return Governance(services, clock, seed).tell();
}

}  // namespace doorstep::usecases::demo
