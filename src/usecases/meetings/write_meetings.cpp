#include "base/text.h"
#include "usecases/meetings/meetings.h"
#include "usecases/settings.h"

namespace doorstep::usecases::meetings {

using domain::access::Action;
using domain::events::Detail;
using domain::meetings::Part;
using domain::meetings::State;

namespace {

tl::unexpected<Refusal> meeting_changed_meanwhile() {
    return refuse(RefusalKind::conflict, "changed-meanwhile",
                  "Someone else changed this meeting while you were working");
}

Expected<Meeting> meeting_to_change(Change& change, std::string_view id) {
    auto const parsed = PanelMeetingId::parse(id);
    auto meeting = parsed ? storage::panel_meetings::find(change.tx, *parsed) : std::nullopt;
    if (!meeting) return refuse(RefusalKind::not_found, "no-such-meeting", "There is no such meeting");
    return std::move(*meeting);
}

Expected<Meeting> minutes_to_write(Change& change, std::string_view id) {
    auto meeting = meeting_to_change(change, id);
    if (meeting && meeting->state == State::published)
        return refuse(RefusalKind::conflict, "is-published", "The minutes of this meeting are published");
    return meeting;
}

Detail about(Meeting const& meeting, std::string_view what) {
    return Detail().set("meeting", meeting.id).set("held_on", meeting.held_on).set("what", what);
}

void note(Change& change, Meeting const& meeting, std::string_view what) {
    change.record_setting("meetings", domain::events::meeting_changed, about(meeting, what));
}

void take(Meeting& meeting, MeetingDetails const& details) {
    meeting.series = details.series;
    meeting.department = details.department;
    meeting.name = details.name;
    meeting.held_on = details.held_on;
    meeting.starts = details.starts;
    meeting.ends = details.ends;
    meeting.next_on = details.next_on;
    meeting.note_taker = details.note_taker;
}

Expected<Done> check_days(MeetingDetails const& details) {
    if (details.next_on && *details.next_on < details.held_on)
        return refuse_field("next-before", "next-on", "The next meeting must not be before this one");
    if (details.starts && details.ends && *details.ends < *details.starts)
        return refuse_field("ends-before", "end-time", "The meeting must not end before it starts");
    return Done{};
}

/// What the last meeting of the series left open stands at the top of the new agenda.
void carry_forward(Change& change, Meeting const& meeting) {
    auto const last = storage::panel_meetings::before(change.tx, meeting.series, meeting.held_on);
    if (!last) return;
    for (auto const& open : storage::panel_meetings::to_carry(change.tx, last->id)) {
        Item item;
        item.id = std::string(change.ids().next().text());
        item.heading = open.heading.empty() ? "From " + date_words(last->held_on) : open.heading;
        item.words = (open.is_deferred ? "Deferred from " : "Open action of ") + date_words(last->held_on) +
                     ": " + (open.is_deferred ? open.words : open.action);
        item.speaker = "Group";
        if (!open.is_deferred) {
            item.action = open.action;
            item.action_owner = open.action_owner;
        } else {
            item.no_action_because = "Carried onto this agenda";
        }
        item.carried_from = open.id;
        storage::panel_meetings::insert(change.tx, meeting.id, item);
    }
}

constexpr int most_questions_carried = 50;

/// Nobody is named: the group asks. The answer is of whoever gave it.
int carry_questions(Change& change, Meeting const& meeting) {
    auto const waiting = storage::panel_meetings::questions_to_carry(change.tx, most_questions_carried);
    for (auto const& question : waiting) {
        Item asked;
        asked.id = std::string(change.ids().next().text());
        asked.kind = domain::meetings::ItemKind::question;
        asked.heading = "Asked on " + date_words(london_date(question.asked_at));
        asked.speaker = "Group";
        asked.words = question.words;
        storage::panel_meetings::insert(change.tx, meeting.id, asked);
        storage::panel_meetings::carry(change.tx, question.id, asked.id);
        if (!question.answered_at) continue;
        Item answer;
        answer.id = std::string(change.ids().next().text());
        answer.kind = domain::meetings::ItemKind::answer;
        answer.speaker = domain::meetings::initials_of(question.answered_by_name);
        answer.words = question.answer;
        storage::panel_meetings::insert(change.tx, meeting.id, answer);
    }
    return static_cast<int>(waiting.size());
}

}  // namespace

Expected<int> bring_questions(Context& context, std::string_view id) {
    if (auto allowed = context.require(Action::work_meetings); !allowed) return refuse(allowed.error());
    return context.change([&](Change& change) -> Expected<int> {
        auto meeting = minutes_to_write(change, id);
        if (!meeting) return refuse(meeting.error());
        auto const brought = carry_questions(change, *meeting);
        if (brought == 0)
            return refuse(RefusalKind::conflict, "none-waiting", "Every question is on an agenda already");
        note(change, *meeting, "questions");
        return brought;
    });
}

Expected<PanelMeetingId> plan_meeting(Context& context, MeetingDetails const& details) {
    if (auto allowed = context.require(Action::work_meetings); !allowed) return refuse(allowed.error());
    if (auto fits = check_days(details); !fits) return refuse(fits.error());
    return context.change([&](Change& change) -> Expected<PanelMeetingId> {
        Meeting meeting;
        meeting.id = change.new_id<PanelMeetingId>();
        meeting.created_at = change.now;
        take(meeting, details);
        storage::panel_meetings::insert(change.tx, meeting, change.viewer.account);
        carry_forward(change, meeting);
        carry_questions(change, meeting);
        note(change, meeting, "planned");
        return meeting.id;
    });
}

Expected<Done> change_meeting(Context& context, ChangeMeeting const& input) {
    if (auto allowed = context.require(Action::work_meetings); !allowed) return allowed;
    if (auto fits = check_days(input.details); !fits) return fits;
    return context.change([&](Change& change) -> Expected<Done> {
        auto meeting = minutes_to_write(change, input.id);
        if (!meeting) return refuse(meeting.error());
        if (meeting->version != input.seen_version) return meeting_changed_meanwhile();
        take(*meeting, input.details);
        if (!storage::panel_meetings::update(change.tx, *meeting)) return meeting_changed_meanwhile();
        note(change, *meeting, "details");
        return Done{};
    });
}

Expected<Done> record_attendance(Context& context, Attendance const& input) {
    if (auto allowed = context.require(Action::work_meetings); !allowed) return allowed;
    if (input.unnamed.value_or(0) < 0)
        return refuse_field("negative", "unnamed", "The number must be 0 or more");
    std::vector<Attendee> attendees;
    auto const take_lines = [&](Part part, std::string const& lines) {
        for (auto& one : domain::meetings::read_attendees(part, lines)) attendees.push_back(std::move(one));
    };
    take_lines(Part::member, input.members);
    take_lines(Part::officer, input.officers);
    take_lines(Part::guest, input.guests);
    take_lines(Part::apologies, input.apologies);
    return context.change([&](Change& change) -> Expected<Done> {
        auto meeting = minutes_to_write(change, input.id);
        if (!meeting) return refuse(meeting.error());
        meeting->unnamed = input.unnamed.value_or(0);
        if (!storage::panel_meetings::update(change.tx, *meeting)) return meeting_changed_meanwhile();
        storage::panel_meetings::set_attendees(change.tx, meeting->id, attendees);
        note(change, *meeting, "attendance");
        return Done{};
    });
}

Expected<Done> save_item(Context& context, SaveItem const& input) {
    if (auto allowed = context.require(Action::work_meetings); !allowed) return allowed;
    return context.change([&](Change& change) -> Expected<Done> {
        auto meeting = meeting_to_change(change, input.meeting);
        if (!meeting) return refuse(meeting.error());
        if (auto fits = domain::meetings::check_item(input.content, *meeting); !fits) return fits;
        auto item = input.content;
        if (input.item.empty()) {
            if (meeting->state == State::published)
                return refuse(RefusalKind::conflict, "is-published",
                              "The minutes of this meeting are published");
            item.id = std::string(change.ids().next().text());
            storage::panel_meetings::insert(change.tx, meeting->id, item);
        } else {
            auto const stored = storage::panel_meetings::find_item(change.tx, input.item);
            if (!stored || stored->meeting != meeting->id)
                return refuse(RefusalKind::not_found, "no-such-item", "There is no such item");
            if (meeting->state == State::published) {
                // What was published stays; whether an action is done is kept up.
                auto kept = stored->item;
                kept.action_done_on = item.action_done_on;
                item = kept;
            }
            item.id = stored->item.id;
            storage::panel_meetings::update(change.tx, item);
        }
        if (meeting->state == State::planned && meeting->held_on <= change.today) {
            meeting->state = State::draft;
            storage::panel_meetings::update(change.tx, *meeting);
        }
        note(change, *meeting, "item");
        return Done{};
    });
}

Expected<Done> remove_item(Context& context, std::string_view meeting_id, std::string_view item) {
    if (auto allowed = context.require(Action::work_meetings); !allowed) return allowed;
    return context.change([&](Change& change) -> Expected<Done> {
        auto meeting = minutes_to_write(change, meeting_id);
        if (!meeting) return refuse(meeting.error());
        auto const stored = storage::panel_meetings::find_item(change.tx, item);
        if (!stored || stored->meeting != meeting->id)
            return refuse(RefusalKind::not_found, "no-such-item", "There is no such item");
        storage::panel_meetings::remove(change.tx, stored->item.id);
        note(change, *meeting, "item removed");
        return Done{};
    });
}

Expected<Done> publish_minutes(Context& context, PublishMinutes const& input) {
    if (auto allowed = context.require(Action::work_meetings); !allowed) return allowed;
    auto const view = view_meeting(context, input.id);
    if (!view) return refuse(view.error());
    if (context.today < view->meeting.held_on)
        return refuse(RefusalKind::invalid, "not-held", "The meeting has not been held yet");
    if (view->items.empty())
        return refuse(RefusalKind::invalid, "no-items", "There is nothing in these minutes yet");
    if (!view->warnings.empty() && !input.knows_warnings)
        return refuse_field("has-warnings", "knows-warnings",
                            "Look at what is said above, and confirm that the minutes stand as they are");
    return context.change([&](Change& change) -> Expected<Done> {
        auto meeting = minutes_to_write(change, input.id);
        if (!meeting) return refuse(meeting.error());
        meeting->state = State::published;
        meeting->published_at = change.now;
        if (!meeting->next_on) meeting->next_on = domain::meetings::usual_next(meeting->held_on);
        if (!storage::panel_meetings::update(change.tx, *meeting)) return meeting_changed_meanwhile();
        change.record_setting(
            "meetings", domain::events::minutes_published,
            about(*meeting, "minutes").set("warnings", static_cast<std::int64_t>(view->warnings.size())));
        return Done{};
    });
}

Expected<Done> ask_question(Context& context, AskPanel const& input) {
    if (auto allowed = context.require(Action::ask_panel_question); !allowed) return allowed;
    return context.change([&](Change& change) -> Expected<Done> {
        storage::panel_meetings::Question question;
        question.id = std::string(change.ids().next().text());
        question.asked_by = change.viewer.account.value();
        question.asked_at = change.now;
        question.words = input.words;
        question.paper = input.paper;
        storage::panel_meetings::ask(change.tx, question);
        change.record_setting("meetings", domain::events::panel_question_asked,
                              Detail().set("question", question.id).personal("words", question.words));
        return Done{};
    });
}

Expected<Done> answer_question(Context& context, AnswerPanel const& input) {
    if (auto allowed = context.require(Action::work_meetings); !allowed) return allowed;
    return context.change([&](Change& change) -> Expected<Done> {
        if (!storage::panel_meetings::find_question(change.tx, input.id))
            return refuse(RefusalKind::not_found, "no-such-question", "There is no such question");
        if (!storage::panel_meetings::answer(change.tx, input.id, input.answer,
                                             change.viewer.account.value_or(AccountId{}), change.now))
            return refuse(RefusalKind::conflict, "answered", "This question has been answered already");
        change.record_setting("meetings", domain::events::panel_question_answered,
                              Detail().set("question", input.id).set("answer", input.answer));
        return Done{};
    });
}

}  // namespace doorstep::usecases::meetings
