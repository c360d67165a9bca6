#include "usecases/demo/source_stories.h"

#include <algorithm>

#include "legal/paper_template.h"
#include "storage/accounts.h"
#include "storage/settings.h"
#include "usecases/demo/make_demo.h"
#include "usecases/meetings/meetings.h"
#include "usecases/papers/write_paper.h"
#include "usecases/settings.h"

namespace doorstep::usecases::demo {
namespace {

using domain::surveys::CommentKind;

/// The nth of `count` days spread over the quarter, the first days of its months among them; never so late
/// that what follows a day or two after falls into the next.
Date day_in(Period days, int n, int count) {
    auto const length = days_between(days.from, days.until) - 6;
    return days.from.plus_days(count <= 1 ? 0 : n * length / (count - 1));
}

constexpr std::array case_kinds{"noise", "noise",    "noise",           "drugs",          "harassment",
                                "noise", "violence", "criminal-damage", "abuse-of-staff", "animals",
                                "noise", "drugs",    "knife-crime",     "rubbish"};

/// Conversations from the opening on, every two weeks until the end.
std::vector<Date> conversations(Date opened_on, Date until) {
    std::vector<Date> days;
    for (auto day = opened_on.plus_days(2); day < until; day = day.plus_days(13)) days.push_back(day);
    if (days.empty()) days.push_back(opened_on);
    return days;
}

std::vector<std::pair<std::string, std::string>> options(std::string first_contact, std::string plan_agreed,
                                                         std::string plan_kept, std::string contact_kept,
                                                         std::string handling) {
    return {{"channel", "telephone"},
            {"first-contact", std::move(first_contact)},
            {"victims-code", "yes"},
            {"plan-agreed", std::move(plan_agreed)},
            {"plan-kept", std::move(plan_kept)},
            {"contact-kept", std::move(contact_kept)},
            {"handling", std::move(handling)}};
}

// Every case is opened in its quarter's order and closed in the order it was opened, so that what is open at
// the end of a quarter is what came in less what went.
std::vector<ToldCase> board_cases() {
    std::vector<ToldCase> cases;
    std::size_t next_to_close = 0;
    int kinds = 0;
    for (auto const& told : quarters_of_the_board_story()) {
        auto const days = told.quarter.period();
        for (int n = 0; n < told.opened; ++n) {
            ToldCase one;
            one.opened_on = day_in(days, n, told.opened);
            // Case types were not collected before the last of these quarters.
            bool const has_type = told.quarter == FinancialQuarter{2023, 1};
            one.category = has_type ? case_kinds[static_cast<std::size_t>(kinds++) % case_kinds.size()] : "";
            one.title = "Case of " + told.quarter.words();
            cases.push_back(std::move(one));
        }
        for (int n = 0; n < told.closed; ++n) {
            auto& one = cases.at(next_to_close++);
            one.closed_on = std::max(one.opened_on.plus_days(4), day_in(days, n, told.closed).plus_days(5));
            if (n < told.unresolved) one.outcome = domain::cases::Outcome::unresolved;
        }
    }
    auto const last = FinancialQuarter{2023, 1}.period();
    for (auto& one : cases) one.contacts = conversations(one.opened_on, one.closed_on.value_or(last.until));

    // Surveys fall due a month after a closing: those of the quarter are of closings from March to May.
    int answered = 0;
    for (auto& one : cases) {
        if (!one.closed_on) continue;
        auto const due_on = one.closed_on->plus_months(1);
        if (due_on < Date::of(2022, 7, 1).value() || !(due_on < last.until)) continue;
        ToldAnswers answers{.on = due_on, .options = {}, .comment = {}};
        if (last.contains(due_on)) {
            // 34 answers: 29 compliments and 5 observations.
            if (++answered > 34) continue;
            bool const is_compliment = answered <= 29;
            answers.options = options("yes", "yes", is_compliment ? "yes" : "no", "yes",
                                      is_compliment ? "very-well" : "neither");
            answers.comment =
                ToldComment{is_compliment ? CommentKind::compliment : CommentKind::observation,
                            is_compliment ? (answered % 3 == 0 ? "officer" : "keeping-in-touch") : "speed",
                            is_compliment ? "The officer kept me informed from start to finish"
                                          : "It took longer than I had hoped"};
        } else {
            answers.options =
                options("yes", "yes", "yes", "no", due_on.day() % 4 == 0 ? "fairly-badly" : "fairly-well");
        }
        one.survey = std::move(answers);
    }

    // Two closures of three months and an injunction of two years, and the steps that need no court.
    auto const in_last = [&](int n) -> ToldCase& {
        auto const opened = static_cast<std::size_t>(quarters_of_the_board_story().back().opened);
        return cases.at(cases.size() - opened + static_cast<std::size_t>(n));
    };
    auto const closure = [](Date made_on) {
        return ToldOrder{made_on, ToldOrderKind::closure, made_on.plus_months(3).plus_days(-1)};
    };
    in_last(10).order = closure(*Date::of(2023, 4, 28));
    in_last(16).order = closure(*Date::of(2023, 5, 17));
    auto const enjoined_on = *Date::of(2023, 6, 7);
    in_last(22).order =
        ToldOrder{enjoined_on, ToldOrderKind::injunction, enjoined_on.plus_months(24).plus_days(-1)};
    cases.front().legal_steps.emplace_back(*Date::of(2022, 5, 4), "notice-seeking-possession");
    for (std::size_t n = 0; n < cases.size(); n += 3) {
        auto const& kind = n % 2 == 0 ? "advice" : "mediation";
        cases[n].other_steps.emplace_back(cases[n].opened_on.plus_days(3), kind);
    }
    return cases;
}

// 50 answers in the quarter before the meeting. 82% is 41 of 50 and, of another question with another base,
// 37 of 45; 52% is 23 of 44; 76% is 38 of 50.
std::vector<ToldCase> monitoring_cases() {
    std::vector<ToldCase> cases;
    auto const quarter = FinancialQuarter{2023, 4}.period();
    auto const answer = [](int n, int good, int asked) {
        return std::string(n >= asked ? "" : (n < good ? "yes" : "no"));
    };
    for (int n = 0; n < 50; ++n) {
        ToldCase one;
        auto const due_on = day_in(quarter, n, 50);
        one.closed_on = due_on.plus_months(-1);
        one.opened_on = one.closed_on->plus_days(-40);
        one.category = case_kinds[static_cast<std::size_t>(n) % case_kinds.size()];
        one.title = "Case of the block";
        one.contacts = conversations(one.opened_on, *one.closed_on);
        one.survey =
            ToldAnswers{.on = due_on.plus_days(3),
                        .options = options(answer(n, 41, 50), answer(n, 37, 45), answer(n, 23, 44),
                                           answer(n, 38, 50), n % 5 == 0 ? "neither" : "fairly-well"),
                        .comment = {}};
        cases.push_back(std::move(one));
    }
    return cases;
}

/// Whatever else is recorded is recorded of the days after the history.
Expected<std::string> tell_board_paper(Services& services, FixedClock& clock, HistoryCast const& cast) {
    clock.set(london_instant(*Date::of(2023, 7, 20), {10, 0}));
    auto const as_manager = [&] { return Context(services, cast.manager.viewer(domain::access::Door::web)); };
    auto context = as_manager();
    auto const paper = papers::draft_paper(context, {.period = "2023-24-Q1",
                                                     .board_name = "Operational Board",
                                                     .meeting_on = *Date::of(2023, 9, 7),
                                                     .title = "Anti-social behaviour: Q1 2023/24",
                                                     .author_role = "ASB team manager",
                                                     .recommendation = "To note",
                                                     .report_part = "Part B, for information and noting"});
    if (!paper) return refuse(paper.error());
    std::string const id(paper->text());
    for (auto const& partner :
         {domain::papers::PartnerSummary{
              "Public protection officers", 46, 12,
              "Patrols of the blocks that residents named, mostly in the evening."},
          domain::papers::PartnerSummary{"Neighbourhood policing team", 18, 7,
                                         "Joint visits, and two operations led by the police."}}) {
        auto with = as_manager();
        if (auto done = papers::write_partner(with, {.id = id, .summary = partner}); !done)
            return refuse(done.error());
    }
    for (auto const& one : legal::board_paper_template().implications) {
        auto with = as_manager();
        if (auto done = papers::write_section(
                with, {.id = id, .code = "implications." + one.code, .answer = false, .words = ""});
            !done)
            return refuse(done.error());
    }
    auto freezing = as_manager();
    if (auto done = papers::send_for_approval(freezing, id); !done) return refuse(done.error());
    // The three approvals of August, each before the meeting of 7 September.
    struct ApprovalTold {
        Date on;
        char const* role;
        char const* name;
    };
    for (auto const& told : {ApprovalTold{*Date::of(2023, 8, 3), "governance", "Ellen Moss"},
                             ApprovalTold{*Date::of(2023, 8, 21), "head-of-service", "Samir Rahman"},
                             ApprovalTold{*Date::of(2023, 8, 23), "managing-director", "Ruth Okoye"}}) {
        clock.set(london_instant(told.on, {11, 0}));
        auto with = as_manager();
        if (auto done = papers::approve_paper(with, {.id = id, .approval = {told.role, told.name, told.on}});
            !done)
            return refuse(done.error());
    }
    auto issuing = as_manager();
    if (auto done = papers::issue_paper(issuing, id); !done) return refuse(done.error());
    return "Elmfield Homes in Q1 2023/24, with its issued board paper: doorstep paper build 2023-24-Q1";
}

/// The meeting of 28 June 2024: people and words are invented, questions and percentages are not.
Expected<Done> tell_meeting(Services& services, FixedClock& clock, HistoryCast const& cast) {
    clock.set(london_instant(*Date::of(2024, 6, 28), {13, 0}));
    auto const as_manager = [&] { return Context(services, cast.manager.viewer(domain::access::Door::web)); };
    auto planning = as_manager();
    auto const meeting = meetings::plan_meeting(planning, {.series = "Tenant monitoring group",
                                                           .department = "Anti-social behaviour team",
                                                           .name = "Monitoring group",
                                                           .held_on = *Date::of(2024, 6, 28),
                                                           .starts = TimeOfDay{10, 0},
                                                           .ends = TimeOfDay{12, 0},
                                                           .next_on = {},
                                                           .note_taker = "Bea Thornton"});
    if (!meeting) return refuse(meeting.error());
    std::string const id(meeting->text());
    auto attending = as_manager();
    if (auto done = meetings::record_attendance(attending, {.id = id,
                                                            .members = "Ivy Marlow\nOmar Reece\nPat Dunne",
                                                            .officers = "Marta Lindqvist\nDana Okafor",
                                                            .guests = "",
                                                            .apologies = "Lena Frost",
                                                            .unnamed = 2});
        !done)
        return done;
    struct Said {
        domain::meetings::ItemKind kind;
        char const* speaker;
        char const* words;
        char const* action;
    };
    using domain::meetings::ItemKind;
    for (auto const& said :
         {Said{ItemKind::question, "IM", "Did the officer contact people within 5 working days?", ""},
          Said{ItemKind::answer, "ML", "82% of those who answered said yes (41 of 50); the aim is 100%.", ""},
          Said{ItemKind::question, "OR", "Did the officer agree an action plan with them?", ""},
          Said{ItemKind::answer, "ML", "82% said yes (37 of 45). It is very subjective.", ""},
          Said{ItemKind::question, "PD", "And was the plan kept to?", ""},
          Said{ItemKind::answer, "ML", "52% said yes (23 of 44).",
               "Say at the next meeting what is done so that plans are kept to"},
          Said{ItemKind::question, "IM", "Were people contacted every two weeks?", ""},
          Said{ItemKind::answer, "ML", "76% said yes (38 of 50).", ""},
          Said{ItemKind::praise, "Group", "The group thanked the team for its work in the block.", ""}}) {
        auto with = as_manager();
        domain::meetings::Item item;
        item.kind = said.kind;
        item.speaker = said.speaker;
        item.words = said.words;
        item.action = said.action;
        if (!item.action.empty()) item.action_owner = "ML";
        if (auto done = meetings::save_item(with, {.meeting = id, .item = "", .content = item}); !done)
            return done;
    }
    auto publishing = as_manager();
    return meetings::publish_minutes(publishing, {.id = id, .knows_warnings = true});
}

}  // namespace

std::vector<QuarterTold> const& quarters_of_the_board_story() {
    static std::vector<QuarterTold> const told{{{2022, 1}, 31, 20, 3},
                                               {{2022, 2}, 38, 33, 4},
                                               {{2022, 3}, 29, 30, 2},
                                               {{2022, 4}, 26, 27, 4},
                                               {{2023, 1}, 42, 38, 5}};
    return told;
}

std::vector<ToldCase> cases_of(SourceStory story) {
    return story == SourceStory::board_q1_2023 ? board_cases() : monitoring_cases();
}

Date end_of(SourceStory story) {
    return story == SourceStory::board_q1_2023 ? *Date::of(2023, 9, 1) : *Date::of(2024, 6, 29);
}

Expected<std::string> tell_source_story(Services& services, FixedClock& clock, HistoryCast const& cast,
                                        SourceStory story) {
    auto const cases = cases_of(story);
    if (auto told = tell_history(services, clock, cast, cases); !told) return refuse(told.error());
    if (story == SourceStory::board_q1_2023) {
        // Case types were counted from this quarter on.
        clock.set(london_instant(*Date::of(2023, 7, 3), {9, 0}));
        Context context(services, domain::access::Viewer::system(domain::access::Door::command_line));
        auto const set = context.change([&](Change& change) -> Expected<Done> {
            set_site_value(change.tx, "collected_from.case-types", "2023-04-01");
            mark_settings_changed(change.tx, change.now);
            change.record_setting("site", domain::events::site_changed,
                                  domain::events::Detail().set("collected_from.case-types", "2023-04-01"));
            return Done{};
        });
        if (!set) return refuse(set.error());
        services.settings.reload();
        return tell_board_paper(services, clock, cast);
    }
    if (auto told = tell_meeting(services, clock, cast); !told) return refuse(told.error());
    return std::string("Elmfield Homes on 28 June 2024: what residents said in Q4 2023/24, and the minutes");
}

Expected<std::string> make_source_story(SiteConfig const& config, SourceStory story) {
    auto const first = cases_of(story).front().opened_on;
    FixedClock clock(london_midnight(end_of(story)));
    auto const made = make_demo(config, clock, {.homes = 600, .cases = 0, .as_of = end_of(story)},
                                [](std::int64_t, std::int64_t) {});
    if (!made) return refuse(made.error());
    if (made->was_there) return made->words;
    clock.set(london_midnight(first));
    OpenedSite site(config, clock);
    HistoryCast cast;
    auto const accounts =
        site.database().read([](storage::sql::Read& tx) { return storage::accounts::list(tx, true); });
    auto const first_of = [&](domain::access::Role role) {
        auto const found = std::find_if(accounts.begin(), accounts.end(),
                                        [&](auto const& account) { return account.roles.has(role); });
        return found == accounts.end() ? domain::accounts::Account{} : *found;
    };
    cast.officer = first_of(domain::access::Role::asb_officer);
    cast.manager = first_of(domain::access::Role::asb_manager);
    cast.caller = first_of(domain::access::Role::business_support);
    return tell_source_story(site.services(), clock, cast, story);
}

}  // namespace doorstep::usecases::demo
