#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/instant.h"
#include "domain/ids.h"

/// The survey a month after closure (M-94 to M-104): made by somebody who did not handle the case. It is a
/// survey about one case, and never part of the regulator's perception measure TP12 (Tenant Satisfaction
/// Measures: technical requirements), which asks all tenants.
namespace doorstep::domain::surveys {

/// `cancelled`: the case was opened again before anybody answered.
enum class State { due, attempted, completed, declined, not_reachable, cancelled };
constexpr auto enum_names(State) {
    return std::array{EnumName{State::due, "due", "Due"},
                      EnumName{State::attempted, "attempted", "Attempted"},
                      EnumName{State::completed, "completed", "Done"},
                      EnumName{State::declined, "declined", "Declined"},
                      EnumName{State::not_reachable, "not-reachable", "Not reachable"},
                      EnumName{State::cancelled, "cancelled", "Cancelled"}};
}

enum class Way { telephone, online, paper };
constexpr auto enum_names(Way) {
    return std::array{EnumName{Way::telephone, "telephone", "Telephone"},
                      EnumName{Way::online, "online", "Online"}, EnumName{Way::paper, "paper", "Paper"}};
}

/// One complainant of one closed case.
struct Survey {
    SurveyId id;
    CaseFileId case_file;
    CasePersonId person;
    std::optional<int> set_version;  ///< of the questions; nothing until they are first opened
    Date closed_on;
    Date due_on;
    State state = State::due;
    Date next_try_on;  ///< the day it ended, once it is over
    int attempts = 0;
    std::optional<Way> way;
    std::optional<AreaId> area;  ///< this and the next three as they were at closure (M-104)
    std::optional<AddressId> address;
    std::string category;
    std::optional<AccountId> owner;
    std::optional<Date> completed_on;
    std::optional<AccountId> completed_by;
    bool stop_asking = false;
    std::int64_t version = 1;

    /// Still to be asked.
    bool is_open() const { return state == State::due || state == State::attempted; }
};

/// How a try to reach somebody went.
enum class AttemptResult { no_answer, message_left, ring_later, wrong_number, broken_off, upset, declined };
constexpr auto enum_names(AttemptResult) {
    return std::array{
        EnumName{AttemptResult::no_answer, "no-answer", "No answer"},
        EnumName{AttemptResult::message_left, "message-left", "Left a message"},
        EnumName{AttemptResult::ring_later, "ring-later", "They asked us to ring later"},
        EnumName{AttemptResult::wrong_number, "wrong-number", "The number did not work, or was not theirs"},
        EnumName{AttemptResult::broken_off, "broken-off", "We spoke, but did not finish the questions"},
        EnumName{AttemptResult::upset, "upset", "We stopped because the person was upset"},
        EnumName{AttemptResult::declined, "declined", "They do not want to answer"}};
}

struct Attempt {
    std::string id;
    SurveyId survey;
    Instant tried_at;
    Date tried_on;
    std::optional<AccountId> tried_by;
    AttemptResult result = AttemptResult::no_answer;
    std::string note;
    std::optional<Date> next_try_on;
};

/// An answer to one question: an option's code, empty when it was skipped, and words where they were asked.
struct Answer {
    std::string question;
    int wording = 1;
    std::string option;
    std::string words;
};

/// What somebody said in their own words (M-109).
enum class CommentKind { not_sorted, compliment, observation, concern };
constexpr auto enum_names(CommentKind) {
    return std::array{EnumName{CommentKind::not_sorted, "not-sorted", "Not sorted yet"},
                      EnumName{CommentKind::compliment, "compliment", "Compliment"},
                      EnumName{CommentKind::observation, "observation", "Observation"},
                      EnumName{CommentKind::concern, "concern", "Concern"}};
}

}  // namespace doorstep::domain::surveys
