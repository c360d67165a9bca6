#include "storage/panel_meetings.h"

namespace doorstep::storage::panel_meetings {
namespace {

sql::Query const insert_meeting{"panel_meetings.insert", R"sql(
    INSERT INTO panel_meeting (id, series, department, name, held_on, starts, ends, next_on, note_taker, unnamed, state,
        published_at, created_at, created_by, version)
    VALUES (:id, :series, :department, :name, :held_on, :starts, :ends, :next_on, :note_taker, :unnamed, :state,
        :published_at, :created_at, :by, :version)
)sql"};

sql::Query const update_meeting{"panel_meetings.update", R"sql(
    UPDATE panel_meeting SET series = :series, department = :department, name = :name, held_on = :held_on, starts = :starts,
        ends = :ends, next_on = :next_on, note_taker = :note_taker, unnamed = :unnamed, state = :state,
        published_at = :published_at, version = version + 1
    WHERE id = :id AND version = :version
)sql"};

#define MEETING_COLUMNS                                                                                 \
    "SELECT id, series, department, name, held_on, starts, ends, next_on, note_taker, unnamed, state, " \
    "published_at, created_at, version FROM panel_meeting "

sql::Query const select_meeting{"panel_meetings.find", MEETING_COLUMNS "WHERE id = :id"};
sql::Query const select_meetings{"panel_meetings.list", MEETING_COLUMNS
                                 "WHERE (NOT :published_only OR state = 'published') "
                                 "ORDER BY held_on DESC, id DESC LIMIT :limit OFFSET :offset"};
sql::Query const count_meetings{
    "panel_meetings.count",
    "SELECT count(*) FROM panel_meeting WHERE (NOT :published_only OR state = 'published')"};
sql::Query const select_next{"panel_meetings.next_planned", MEETING_COLUMNS
                             "WHERE held_on >= :from AND state <> 'published' "
                             "ORDER BY held_on, id LIMIT 1"};
sql::Query const select_newest_published{"panel_meetings.newest_published", MEETING_COLUMNS
                                         "WHERE state = 'published' ORDER BY held_on DESC, id DESC LIMIT 1"};
sql::Query const select_before{
    "panel_meetings.before",
    MEETING_COLUMNS "WHERE series = :series AND held_on < :day ORDER BY held_on DESC, id DESC LIMIT 1"};

sql::Query const delete_attendees{"panel_meetings.delete_attendees",
                                  "DELETE FROM meeting_attendee WHERE meeting_id = :meeting"};
sql::Query const insert_attendee{"panel_meetings.insert_attendee", R"sql(
    INSERT INTO meeting_attendee (meeting_id, position, part, name, initials)
    VALUES (:meeting, :position, :part, :name, :initials)
)sql"};
sql::Query const select_attendees{
    "panel_meetings.attendees_of",
    "SELECT part, name, initials FROM meeting_attendee WHERE meeting_id = :meeting ORDER BY position"};

sql::Query const next_position{
    "panel_meetings.next_position",
    "SELECT coalesce(max(position), 0) + 1 FROM meeting_item WHERE meeting_id = :meeting"};
sql::Query const insert_item{"panel_meetings.insert_item", R"sql(
    INSERT INTO meeting_item (id, meeting_id, position, kind, heading, speaker, words, action, action_owner, action_due_on,
        action_done_on, no_action_because, is_deferred, carried_from)
    VALUES (:id, :meeting, :position, :kind, :heading, :speaker, :words, :action, :action_owner, :action_due_on,
        :action_done_on, :no_action_because, :is_deferred, :carried_from)
)sql"};
sql::Query const update_item{"panel_meetings.update_item", R"sql(
    UPDATE meeting_item SET kind = :kind, heading = :heading, speaker = :speaker, words = :words, action = :action,
        action_owner = :action_owner, action_due_on = :action_due_on, action_done_on = :action_done_on,
        no_action_because = :no_action_because, is_deferred = :is_deferred
    WHERE id = :id
)sql"};
sql::Query const delete_item{"panel_meetings.remove_item", "DELETE FROM meeting_item WHERE id = :id"};

#define ITEM_COLUMNS                                                                             \
    "SELECT i.id, i.position, i.kind, i.heading, i.speaker, i.words, i.action, i.action_owner, " \
    "i.action_due_on, "                                                                          \
    "i.action_done_on, i.no_action_because, i.is_deferred, i.carried_from"

sql::Query const select_items{"panel_meetings.items_of", ITEM_COLUMNS
                              " FROM meeting_item i WHERE i.meeting_id = :meeting ORDER BY i.position"};
sql::Query const select_item{"panel_meetings.find_item", ITEM_COLUMNS
                             ", i.meeting_id, m.held_on FROM meeting_item i "
                             "JOIN panel_meeting m ON m.id = i.meeting_id WHERE i.id = :id"};
sql::Query const select_to_carry{
    "panel_meetings.to_carry", ITEM_COLUMNS
    " FROM meeting_item i WHERE i.meeting_id = :meeting "
    "AND (i.is_deferred OR (i.action <> '' AND i.action_done_on IS NULL)) "
    "AND NOT EXISTS (SELECT 1 FROM meeting_item c WHERE c.carried_from = i.id) ORDER BY i.position"};
sql::Query const select_open_actions{
    "panel_meetings.open_actions", ITEM_COLUMNS
    ", i.meeting_id, m.held_on FROM meeting_item i JOIN panel_meeting m ON m.id = i.meeting_id "
    "WHERE m.state = 'published' AND i.action <> '' AND i.action_done_on IS NULL "
    "ORDER BY coalesce(i.action_due_on, '9999-12-31'), i.id LIMIT :limit"};

sql::Query const insert_question{"panel_meetings.ask", R"sql(
    INSERT INTO panel_question (id, asked_by, asked_at, words, answer, paper_id) VALUES (:id, :by, :at, :words, '', :paper)
)sql"};
sql::Query const answer_question{"panel_meetings.answer", R"sql(
    UPDATE panel_question SET answer = :words, answered_by = :by, answered_at = :now
    WHERE id = :id AND answered_at IS NULL
)sql"};

#define QUESTION_COLUMNS                                                                                    \
    "SELECT q.id, q.asked_by, coalesce(a.name, ''), q.asked_at, q.words, q.answer, coalesce(b.name, ''), "  \
    "q.answered_at, q.paper_id, coalesce(q.item_id, '') FROM panel_question q LEFT JOIN account a ON a.id " \
    "= q.asked_by "                                                                                         \
    "LEFT JOIN account b ON b.id = q.answered_by "

sql::Query const select_question{"panel_meetings.find_question", QUESTION_COLUMNS "WHERE q.id = :id"};
sql::Query const select_questions{"panel_meetings.questions", QUESTION_COLUMNS
                                  "WHERE q.paper_id IS NULL "
                                  "ORDER BY q.asked_at DESC, q.id DESC LIMIT :limit"};
sql::Query const select_about{"panel_meetings.questions_about", QUESTION_COLUMNS
                              "WHERE q.paper_id = :paper ORDER BY q.asked_at DESC, q.id DESC LIMIT :limit"};
sql::Query const select_questions_to_carry{
    "panel_meetings.questions_to_carry",
    QUESTION_COLUMNS "WHERE q.paper_id IS NULL AND q.item_id IS NULL ORDER BY q.asked_at, q.id LIMIT :limit"};
sql::Query const count_questions_to_carry{
    "panel_meetings.count_to_carry",
    "SELECT count(*) FROM panel_question WHERE paper_id IS NULL AND item_id IS NULL"};
sql::Query const carry_question{"panel_meetings.carry",
                                "UPDATE panel_question SET item_id = :item WHERE id = :id"};

std::string time_text(std::optional<TimeOfDay> time) { return time ? time->iso() : std::string(); }

Meeting read_meeting(sql::Row& row) {
    Meeting m;
    std::string starts;
    std::string ends;
    row.read(m.id, m.series, m.department, m.name, m.held_on, starts, ends, m.next_on, m.note_taker,
             m.unnamed, m.state, m.published_at, m.created_at, m.version);
    m.starts = TimeOfDay::parse(starts);
    m.ends = TimeOfDay::parse(ends);
    return m;
}

Item read_item(sql::Row& row) {
    Item i;
    row.read(i.id, i.position, i.kind, i.heading, i.speaker, i.words, i.action, i.action_owner,
             i.action_due_on, i.action_done_on, i.no_action_because, i.is_deferred, i.carried_from);
    return i;
}

ItemOfMeeting read_item_of_meeting(sql::Row& row) {
    ItemOfMeeting found;
    auto& i = found.item;
    row.read(i.id, i.position, i.kind, i.heading, i.speaker, i.words, i.action, i.action_owner,
             i.action_due_on, i.action_done_on, i.no_action_because, i.is_deferred, i.carried_from,
             found.meeting, found.held_on);
    return found;
}

Question read_question(sql::Row& row) {
    Question q;
    row.read(q.id, q.asked_by, q.asked_by_name, q.asked_at, q.words, q.answer, q.answered_by_name,
             q.answered_at, q.paper, q.item);
    return q;
}

}  // namespace

void insert(sql::Write& tx, Meeting const& meeting, std::optional<AccountId> by) {
    tx.run(insert_meeting, {{"id", meeting.id},
                            {"series", meeting.series},
                            {"department", meeting.department},
                            {"name", meeting.name},
                            {"held_on", meeting.held_on},
                            {"starts", time_text(meeting.starts)},
                            {"ends", time_text(meeting.ends)},
                            {"next_on", meeting.next_on},
                            {"note_taker", meeting.note_taker},
                            {"unnamed", meeting.unnamed},
                            {"state", meeting.state},
                            {"published_at", meeting.published_at},
                            {"created_at", meeting.created_at},
                            {"by", by},
                            {"version", meeting.version}});
}

bool update(sql::Write& tx, Meeting& meeting) {
    bool const changed = tx.run(update_meeting, {{"id", meeting.id},
                                                 {"version", meeting.version},
                                                 {"series", meeting.series},
                                                 {"department", meeting.department},
                                                 {"name", meeting.name},
                                                 {"held_on", meeting.held_on},
                                                 {"starts", time_text(meeting.starts)},
                                                 {"ends", time_text(meeting.ends)},
                                                 {"next_on", meeting.next_on},
                                                 {"note_taker", meeting.note_taker},
                                                 {"unnamed", meeting.unnamed},
                                                 {"state", meeting.state},
                                                 {"published_at", meeting.published_at}}) == 1;
    if (changed) ++meeting.version;
    return changed;
}

std::optional<Meeting> find(sql::Read& tx, PanelMeetingId id) {
    return tx.one(select_meeting, {{"id", id}}, read_meeting);
}

std::vector<Meeting> list(sql::Read& tx, bool published_only, int limit, int offset) {
    return tx.all(select_meetings, {{"published_only", published_only}, {"limit", limit}, {"offset", offset}},
                  read_meeting);
}

int count(sql::Read& tx, bool published_only) {
    return tx.value<int>(count_meetings, {{"published_only", published_only}}).value_or(0);
}

std::optional<Meeting> next_planned(sql::Read& tx, Date from) {
    return tx.one(select_next, {{"from", from}}, read_meeting);
}

std::optional<Meeting> newest_published(sql::Read& tx) {
    return tx.one(select_newest_published, {}, read_meeting);
}

std::optional<Meeting> before(sql::Read& tx, std::string_view series, Date day) {
    return tx.one(select_before, {{"series", series}, {"day", day}}, read_meeting);
}

void set_attendees(sql::Write& tx, PanelMeetingId meeting, std::vector<Attendee> const& attendees) {
    tx.run(delete_attendees, {{"meeting", meeting}});
    int position = 0;
    for (auto const& one : attendees)
        tx.run(insert_attendee, {{"meeting", meeting},
                                 {"position", ++position},
                                 {"part", one.part},
                                 {"name", one.name},
                                 {"initials", one.initials}});
}

std::vector<Attendee> attendees_of(sql::Read& tx, PanelMeetingId meeting) {
    return tx.all(select_attendees, {{"meeting", meeting}}, [](sql::Row& row) {
        Attendee one;
        row.read(one.part, one.name, one.initials);
        return one;
    });
}

void insert(sql::Write& tx, PanelMeetingId meeting, Item& item) {
    item.position = tx.value<std::int64_t>(next_position, {{"meeting", meeting}}).value_or(1);
    tx.run(insert_item, {{"id", item.id},
                         {"meeting", meeting},
                         {"position", item.position},
                         {"kind", item.kind},
                         {"heading", item.heading},
                         {"speaker", item.speaker},
                         {"words", item.words},
                         {"action", item.action},
                         {"action_owner", item.action_owner},
                         {"action_due_on", item.action_due_on},
                         {"action_done_on", item.action_done_on},
                         {"no_action_because", item.no_action_because},
                         {"is_deferred", item.is_deferred},
                         {"carried_from", item.carried_from}});
}

bool update(sql::Write& tx, Item const& item) {
    return tx.run(update_item, {{"id", item.id},
                                {"kind", item.kind},
                                {"heading", item.heading},
                                {"speaker", item.speaker},
                                {"words", item.words},
                                {"action", item.action},
                                {"action_owner", item.action_owner},
                                {"action_due_on", item.action_due_on},
                                {"action_done_on", item.action_done_on},
                                {"no_action_because", item.no_action_because},
                                {"is_deferred", item.is_deferred}}) == 1;
}

void remove(sql::Write& tx, std::string_view item) { tx.run(delete_item, {{"id", item}}); }

std::vector<Item> items_of(sql::Read& tx, PanelMeetingId meeting) {
    return tx.all(select_items, {{"meeting", meeting}}, read_item);
}

std::optional<ItemOfMeeting> find_item(sql::Read& tx, std::string_view id) {
    return tx.one(select_item, {{"id", id}}, read_item_of_meeting);
}

std::vector<Item> to_carry(sql::Read& tx, PanelMeetingId meeting) {
    return tx.all(select_to_carry, {{"meeting", meeting}}, read_item);
}

std::vector<ItemOfMeeting> open_actions(sql::Read& tx, int limit) {
    return tx.all(select_open_actions, {{"limit", limit}}, read_item_of_meeting);
}

void ask(sql::Write& tx, Question const& question) {
    tx.run(insert_question, {{"id", question.id},
                             {"by", question.asked_by},
                             {"at", question.asked_at},
                             {"words", question.words},
                             {"paper", question.paper}});
}

bool answer(sql::Write& tx, std::string_view id, std::string_view words, AccountId by, Instant now) {
    return tx.run(answer_question, {{"id", id}, {"words", words}, {"by", by}, {"now", now}}) == 1;
}

std::optional<Question> find_question(sql::Read& tx, std::string_view id) {
    return tx.one(select_question, {{"id", id}}, read_question);
}

std::vector<Question> questions(sql::Read& tx, int limit) {
    return tx.all(select_questions, {{"limit", limit}}, read_question);
}

std::vector<Question> questions_about(sql::Read& tx, BoardPaperId paper, int limit) {
    return tx.all(select_about, {{"paper", paper}, {"limit", limit}}, read_question);
}

std::vector<Question> questions_to_carry(sql::Read& tx, int limit) {
    return tx.all(select_questions_to_carry, {{"limit", limit}}, read_question);
}

int count_to_carry(sql::Read& tx) { return tx.value<int>(count_questions_to_carry).value_or(0); }

void carry(sql::Write& tx, std::string_view question, std::string_view item) {
    tx.run(carry_question, {{"id", question}, {"item", item}});
}

}  // namespace doorstep::storage::panel_meetings
