#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "documents/report/report.h"
#include "domain/meetings/meeting.h"
#include "storage/panel_meetings.h"
#include "usecases/context.h"

/// Meetings of tenant members (C34, V03, V04; M-01 to M-13). Staff write the minutes; members, the board and
/// staff read what is published. Nothing here leads to a case.
namespace doorstep::usecases::meetings {

using domain::meetings::Attendee;
using domain::meetings::Item;
using domain::meetings::Meeting;
using domain::meetings::Warning;

struct MeetingList {
    std::vector<Meeting> meetings;
    int count = 0;
    int page = 1;
    int pages = 1;
    bool may_work = false;
};
constexpr int meetings_per_page = 25;
/// Needs Action::see_panel; whoever does not work on meetings sees those whose minutes are published.
Expected<MeetingList> list_meetings(Context& context, int page);

struct MeetingView {
    Meeting meeting;
    std::vector<Attendee> attendees;
    std::vector<Item> items;
    std::vector<Warning> warnings;  ///< for those who write the minutes
    int questions_waiting = 0;      ///< asked between meetings and on no agenda yet; for them too
    bool may_work = false;
};
/// Not found for those who may not see it (yet).
Expected<MeetingView> view_meeting(Context& context, std::string_view id);

struct MeetingDetails {
    std::string series;
    std::string department;
    std::string name;
    Date held_on;
    std::optional<TimeOfDay> starts;
    std::optional<TimeOfDay> ends;
    std::optional<Date> next_on;
    std::string note_taker;
};
/// Needs Action::work_meetings, as everything below. Deferred items and open actions of the series' last
/// meeting come onto its agenda by themselves (M-09), and so does what members asked since, with its answer.
Expected<PanelMeetingId> plan_meeting(Context& context, MeetingDetails const& details);
struct ChangeMeeting {
    std::string id;
    std::int64_t seen_version = 0;
    MeetingDetails details;
};
Expected<Done> change_meeting(Context& context, ChangeMeeting const& input);

struct Attendance {
    std::string id;
    std::string members;  ///< one a line, "AB Ada Byron" or "Ada Byron"
    std::string officers;
    std::string guests;
    std::string apologies;
    std::optional<std::int64_t> unnamed;
};
Expected<Done> record_attendance(Context& context, Attendance const& input);

struct SaveItem {
    std::string meeting;
    std::string item;  ///< empty for a new one
    Item content;
};
/// A new item goes to the end.
Expected<Done> save_item(Context& context, SaveItem const& input);
Expected<Done> remove_item(Context& context, std::string_view meeting, std::string_view item);

/// What members asked since the meeting was planned comes onto its agenda too, each question once, with its
/// answer behind it where there is one. How many came. Refused where none waits.
Expected<int> bring_questions(Context& context, std::string_view meeting);

struct PublishMinutes {
    std::string id;
    bool knows_warnings = false;  ///< they were read and are left as they are
};
/// Members can read the minutes from now on. The next meeting is three months on where nobody said (M-08).
/// Refused for minutes without items, and while there are warnings that nobody has read (M-06).
Expected<Done> publish_minutes(Context& context, PublishMinutes const& input);

/// The minutes in the layout of their group: header, register, items with speaker and Action column, date of
/// the next meeting (M-12).
documents::Report minutes_report(MeetingView const& view, Settings const& settings);
/// For a member who missed it: what was asked and answered, praised and promised (M-10).
documents::Report catch_up_report(MeetingView const& view, Settings const& settings);

/// What a tenant member finds (V03).
struct PanelHome {
    std::optional<Meeting> next;
    std::optional<Meeting> newest;  ///< with published minutes
    std::vector<storage::panel_meetings::ItemOfMeeting> actions;
    std::vector<storage::panel_meetings::Question> questions;  ///< a member sees the names of nobody
    bool may_ask = false;
    bool may_answer = false;
};
Expected<PanelHome> view_panel(Context& context);

struct AskPanel {
    std::string words;
    std::optional<BoardPaperId> paper;  ///< asked of a board paper, as papers::ask_about_paper checks
};
/// Needs Action::ask_panel_question.
Expected<Done> ask_question(Context& context, AskPanel const& input);
struct AnswerPanel {
    std::string id;
    std::string answer;
};
/// Needs Action::work_meetings. Refused when it was answered meanwhile.
Expected<Done> answer_question(Context& context, AnswerPanel const& input);
Expected<storage::panel_meetings::Question> view_question(Context& context, std::string_view id);

}  // namespace doorstep::usecases::meetings
