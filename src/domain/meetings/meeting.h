#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/expected.h"
#include "base/instant.h"
#include "domain/ids.h"

/// Meetings of tenant members who watch how the service does (M-01 to M-13). They see figures and stories
/// without names; nothing of a meeting refers to a case.
namespace doorstep::domain::meetings {

enum class State { planned, draft, published };
constexpr auto enum_names(State) {
    return std::array{EnumName{State::planned, "planned", "Planned"},
                      EnumName{State::draft, "draft", "Draft minutes"},
                      EnumName{State::published, "published", "Minutes published"}};
}

struct Meeting {
    PanelMeetingId id;
    std::string series;  ///< "Tenant monitoring group"
    std::string department;
    std::string name;
    Date held_on;
    std::optional<TimeOfDay> starts;
    std::optional<TimeOfDay> ends;
    std::optional<Date> next_on;
    std::string note_taker;
    std::int64_t unnamed = 0;  ///< who came and is not in the register yet
    State state = State::planned;
    std::optional<Instant> published_at;
    Instant created_at;
    std::int64_t version = 1;
};

/// When the next meets, where nobody said: three months on, as the quarter's figures are (M-08).
Date usual_next(Date held_on);

enum class Part { member, officer, guest, apologies };
constexpr auto enum_names(Part) {
    return std::array{
        EnumName{Part::member, "member", "Tenant members"}, EnumName{Part::officer, "officer", "Officers"},
        EnumName{Part::guest, "guest", "Guests"}, EnumName{Part::apologies, "apologies", "Apologies"}};
}

struct Attendee {
    Part part = Part::member;
    std::string name;
    std::string initials;
    bool operator==(Attendee const&) const = default;
};
/// "Ada Byron" gives "AB".
std::string initials_of(std::string_view name);
/// One line for each: "AB Ada Byron" or "Ada Byron". Lines that are empty are left out.
std::vector<Attendee> read_attendees(Part part, std::string_view lines);
/// The same back.
std::string attendee_lines(std::vector<Attendee> const& attendees, Part part);

enum class ItemKind { note, question, answer, praise, other_business };
constexpr auto enum_names(ItemKind) {
    return std::array{EnumName{ItemKind::note, "note", "Note"},
                      EnumName{ItemKind::question, "question", "Question"},
                      EnumName{ItemKind::answer, "answer", "Answer to the question before it"},
                      EnumName{ItemKind::praise, "praise", "Recognition of a team or a result"},
                      EnumName{ItemKind::other_business, "other-business", "Any other business"}};
}

struct Item {
    std::string id;
    std::int64_t position = 0;  ///< from 1
    ItemKind kind = ItemKind::note;
    std::string heading;
    std::string speaker;  ///< initials, or "Group"
    std::string words;
    std::string action;
    std::string action_owner;
    std::optional<Date> action_due_on;
    std::optional<Date> action_done_on;
    std::string no_action_because;
    bool is_deferred = false;
    std::optional<std::string> carried_from;
};

enum class WarningKind {
    unknown_initials,
    ambiguous_initials,
    promise_without_action,
    question_without_answer
};
struct Warning {
    WarningKind kind{};
    std::int64_t position = 0;  ///< of the item
    std::string words;
};
/// What the note taker looks at before minutes are published (M-03, M-06, M-07). (1) Initials that nobody in
/// the register has. (2) Initials that two of them have. (3) Words that sound like a promise where there is
/// neither an action nor a reason for none. (4) A question whose next item is no answer.
std::vector<Warning> warnings_about(std::vector<Attendee> const& attendees, std::vector<Item> const& items,
                                    std::vector<std::string> const& promise_phrases);

/// "Ada Byron (AB)" where one person has the initials; the initials alone where nobody or several have.
std::string speaker_words(std::vector<Attendee> const& attendees, std::string_view speaker);

/// Words are needed; an action has an owner; a day for it lies not before the meeting.
Expected<Done> check_item(Item const& item, Meeting const& meeting);

}  // namespace doorstep::domain::meetings
