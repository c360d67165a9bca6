#include <algorithm>

#include "base/text.h"
#include "legal/promise_phrases.h"
#include "usecases/meetings/meetings.h"
#include "usecases/settings.h"

namespace doorstep::usecases::meetings {

using documents::ReportTable;
using documents::TypedWords;
using domain::access::Action;
using domain::meetings::ItemKind;
using domain::meetings::Part;
using domain::meetings::State;

namespace {

constexpr int actions_shown = 20;
constexpr int questions_shown = 20;

std::string time_range(Meeting const& meeting) {
    if (!meeting.starts) return "Not given";
    return meeting.starts->words() + (meeting.ends ? " to " + meeting.ends->words() : "");
}

std::string names_of(MeetingView const& view, Part part) {
    std::string names;
    for (auto const& one : view.attendees)
        if (one.part == part) names += (names.empty() ? "" : ", ") + one.name + " (" + one.initials + ")";
    return names;
}

ReportTable register_table(MeetingView const& view) {
    ReportTable table{.caption = "Attendance", .head = {"Part", "Who"}, .rows = {}, .has_numbers = false};
    for (auto const& part : all_of<Part>())
        if (auto names = names_of(view, part.value); !names.empty())
            table.rows.push_back({std::string(part.words), std::move(names)});
    if (view.meeting.unnamed > 0)
        table.rows.push_back(
            {"Not named yet", text::count_of(view.meeting.unnamed, "new attendee", "new attendees")});
    if (table.rows.empty()) table.rows.push_back({"Attendance", "Not recorded"});
    return table;
}

std::string action_words(Item const& item) {
    if (item.action.empty()) return "None";
    auto words = item.action;
    if (!item.action_owner.empty()) words += " (" + item.action_owner + ")";
    if (item.action_due_on) words += ", by " + date_words(*item.action_due_on);
    if (item.action_done_on) words += ". Done " + date_words(*item.action_done_on);
    return words;
}

std::vector<std::pair<std::string, std::string>> header_of(MeetingView const& view) {
    auto const& meeting = view.meeting;
    return {{"Department", meeting.department},
            {"Meeting", meeting.name},
            {"Type", meeting.series},
            {"Date", date_words(meeting.held_on)},
            {"Time", time_range(meeting)},
            {"Note taker", meeting.note_taker.empty() ? "Not given" : meeting.note_taker}};
}

documents::Report begin_report(MeetingView const& view, Settings const& settings, std::string title) {
    documents::Report report;
    report.title = std::move(title);
    report.organisation = settings.site().landlord_name;
    if (view.meeting.state != State::published)
        report.status = "Draft: these minutes have not been published.";
    report.header = header_of(view);
    return report;
}

documents::ReportSection next_meeting(MeetingView const& view) {
    documents::ReportSection next{.level = 2, .number = {}, .title = "Date of next meeting", .blocks = {}};
    next.blocks.emplace_back(TypedWords{view.meeting.next_on
                                            ? date_words_with_weekday(*view.meeting.next_on) + " " +
                                                  std::to_string(view.meeting.next_on->year())
                                            : "Not set yet"});
    return next;
}

ReportTable items_table(MeetingView const& view, std::string caption) {
    ReportTable table{.caption = std::move(caption),
                      .head = {"Item", "Who", "What was said", "Action"},
                      .rows = {},
                      .has_numbers = false};
    for (auto const& item : view.items) {
        auto words = item.heading.empty() ? item.words : item.heading + ": " + item.words;
        if (item.kind == ItemKind::question) words = "Question: " + words;
        if (item.kind == ItemKind::answer) words = "Answer: " + words;
        if (item.kind == ItemKind::praise) words = "Recognition: " + words;
        if (item.is_deferred) words += " (Comes back at the next meeting.)";
        table.rows.push_back({std::to_string(item.position),
                              domain::meetings::speaker_words(view.attendees, item.speaker), std::move(words),
                              action_words(item)});
    }
    if (table.rows.empty()) table.rows.push_back({"1", "The group", "Nothing has been written yet", "None"});
    return table;
}

}  // namespace

Expected<MeetingList> list_meetings(Context& context, int page) {
    if (auto allowed = context.require(Action::see_panel); !allowed) return refuse(allowed.error());
    MeetingList list;
    list.may_work = domain::access::may(context.viewer, Action::work_meetings);
    list.count = storage::panel_meetings::count(context.read(), !list.may_work);
    list.pages = std::max(1, (list.count + meetings_per_page - 1) / meetings_per_page);
    list.page = std::clamp(page, 1, list.pages);
    list.meetings = storage::panel_meetings::list(context.read(), !list.may_work, meetings_per_page,
                                                  (list.page - 1) * meetings_per_page);
    return list;
}

Expected<MeetingView> view_meeting(Context& context, std::string_view id) {
    if (auto allowed = context.require(Action::see_panel); !allowed) return refuse(allowed.error());
    MeetingView view;
    view.may_work = domain::access::may(context.viewer, Action::work_meetings);
    auto const parsed = PanelMeetingId::parse(id);
    auto meeting = parsed ? storage::panel_meetings::find(context.read(), *parsed) : std::nullopt;
    if (!meeting || (!view.may_work && meeting->state != State::published))
        return refuse(RefusalKind::not_found, "no-such-meeting", "There is no such meeting");
    view.meeting = std::move(*meeting);
    view.attendees = storage::panel_meetings::attendees_of(context.read(), view.meeting.id);
    view.items = storage::panel_meetings::items_of(context.read(), view.meeting.id);
    if (view.may_work && view.meeting.state != State::published) {
        view.warnings =
            domain::meetings::warnings_about(view.attendees, view.items, legal::promise_phrases());
        view.questions_waiting = storage::panel_meetings::count_to_carry(context.read());
    }
    return view;
}

documents::Report minutes_report(MeetingView const& view, Settings const& settings) {
    auto report = begin_report(view, settings,
                               "Minutes: " + view.meeting.name + ", " + date_words(view.meeting.held_on));
    documents::ReportSection attendance{.level = 2, .number = {}, .title = "Attendance", .blocks = {}};
    attendance.blocks.emplace_back(register_table(view));
    documents::ReportSection items{.level = 2, .number = {}, .title = "Minutes", .blocks = {}};
    items.blocks.emplace_back(items_table(view, "Items in the order they were discussed"));
    report.sections = {std::move(attendance), std::move(items), next_meeting(view)};
    return report;
}

documents::Report catch_up_report(MeetingView const& view, Settings const& settings) {
    auto report = begin_report(
        view, settings, "What you missed: " + view.meeting.name + ", " + date_words(view.meeting.held_on));
    auto const with = [&](std::string title, auto keeps) {
        documents::ReportSection section{.level = 2, .number = {}, .title = std::move(title), .blocks = {}};
        std::string lines;
        for (auto const& item : view.items)
            if (keeps(item))
                lines += "- " + domain::meetings::speaker_words(view.attendees, item.speaker) + ": " +
                         item.words + "\n";
        section.blocks.emplace_back(TypedWords{lines.empty() ? "Nothing." : lines});
        report.sections.push_back(std::move(section));
    };
    with("Questions and answers",
         [](Item const& i) { return i.kind == ItemKind::question || i.kind == ItemKind::answer; });
    with("Recognition", [](Item const& i) { return i.kind == ItemKind::praise; });
    with("Put off to the next meeting", [](Item const& i) { return i.is_deferred; });
    documents::ReportSection actions{.level = 2, .number = {}, .title = "Actions", .blocks = {}};
    ReportTable table{
        .caption = "Who does what", .head = {"Action", "Who", "By"}, .rows = {}, .has_numbers = false};
    for (auto const& item : view.items)
        if (!item.action.empty())
            table.rows.push_back({item.action, item.action_owner,
                                  item.action_due_on ? date_words(*item.action_due_on) : "No day set"});
    if (table.rows.empty()) table.rows.push_back({"No actions", "Nobody", "No day set"});
    actions.blocks.emplace_back(std::move(table));
    report.sections.push_back(std::move(actions));
    report.sections.push_back(next_meeting(view));
    return report;
}

Expected<PanelHome> view_panel(Context& context) {
    if (auto allowed = context.require(Action::see_panel); !allowed) return refuse(allowed.error());
    PanelHome home;
    auto& tx = context.read();
    home.next = storage::panel_meetings::next_planned(tx, context.today);
    home.newest = storage::panel_meetings::newest_published(tx);
    home.actions = storage::panel_meetings::open_actions(tx, actions_shown);
    home.questions = storage::panel_meetings::questions(tx, questions_shown);
    home.may_ask = domain::access::may(context.viewer, Action::ask_panel_question);
    home.may_answer = domain::access::may(context.viewer, Action::work_meetings);
    if (!home.may_answer)
        for (auto& question : home.questions) question.asked_by_name.clear();
    return home;
}

Expected<storage::panel_meetings::Question> view_question(Context& context, std::string_view id) {
    if (auto allowed = context.require(Action::work_meetings); !allowed) return refuse(allowed.error());
    auto question = storage::panel_meetings::find_question(context.read(), id);
    if (!question) return refuse(RefusalKind::not_found, "no-such-question", "There is no such question");
    return std::move(*question);
}

}  // namespace doorstep::usecases::meetings
