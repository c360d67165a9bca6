#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/meetings/meeting.h"
#include "storage/sql/database.h"

/// Meetings of tenant members, their minutes, and what members ask between them.
namespace doorstep::storage::panel_meetings {

using domain::meetings::Attendee;
using domain::meetings::Item;
using domain::meetings::Meeting;

void insert(sql::Write& tx, Meeting const& meeting, std::optional<AccountId> by);
/// False when someone else changed it first.
bool update(sql::Write& tx, Meeting& meeting);
std::optional<Meeting> find(sql::Read& tx, PanelMeetingId id);
/// Newest first.
std::vector<Meeting> list(sql::Read& tx, bool published_only, int limit, int offset);
int count(sql::Read& tx, bool published_only);
/// The next that has not been published, on or after the day; and the newest that has.
std::optional<Meeting> next_planned(sql::Read& tx, Date from);
std::optional<Meeting> newest_published(sql::Read& tx);
/// The newest of a series before a day.
std::optional<Meeting> before(sql::Read& tx, std::string_view series, Date day);

void set_attendees(sql::Write& tx, PanelMeetingId meeting, std::vector<Attendee> const& attendees);
std::vector<Attendee> attendees_of(sql::Read& tx, PanelMeetingId meeting);

/// At the end of the minutes; sets its position.
void insert(sql::Write& tx, PanelMeetingId meeting, Item& item);
bool update(sql::Write& tx, Item const& item);
void remove(sql::Write& tx, std::string_view item);
std::vector<Item> items_of(sql::Read& tx, PanelMeetingId meeting);
struct ItemOfMeeting {
    Item item;
    PanelMeetingId meeting;
    Date held_on;
};
std::optional<ItemOfMeeting> find_item(sql::Read& tx, std::string_view id);
/// Deferred items and open actions of a series' meetings before a day, that no later item carries on.
std::vector<Item> to_carry(sql::Read& tx, PanelMeetingId meeting);
/// Actions of published minutes, not done yet, soonest first.
std::vector<ItemOfMeeting> open_actions(sql::Read& tx, int limit);

struct Question {
    std::string id;
    AccountId asked_by;
    std::string asked_by_name;
    Instant asked_at;
    std::string words;
    std::string answer;
    std::string answered_by_name;
    std::optional<Instant> answered_at;
    std::optional<BoardPaperId> paper;  ///< what a board member asks about before its meeting
    std::string item;                   ///< of a meeting's minutes it became; empty until then
};
void ask(sql::Write& tx, Question const& question);
/// False when it was answered already.
bool answer(sql::Write& tx, std::string_view id, std::string_view words, AccountId by, Instant now);
std::optional<Question> find_question(sql::Read& tx, std::string_view id);
/// Of the tenants' panel, newest first.
std::vector<Question> questions(sql::Read& tx, int limit);
/// About a board paper, newest first.
std::vector<Question> questions_about(sql::Read& tx, BoardPaperId paper, int limit);
/// Of the tenants' panel, on no agenda yet, oldest first.
std::vector<Question> questions_to_carry(sql::Read& tx, int limit);
int count_to_carry(sql::Read& tx);
void carry(sql::Write& tx, std::string_view question, std::string_view item);

}  // namespace doorstep::storage::panel_meetings
