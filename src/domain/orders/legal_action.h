#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/enum_names.h"
#include "base/expected.h"
#include "base/instant.h"
#include "domain/ids.h"
#include "domain/orders/action_kind.h"

/// Legal action on a case, from the idea to its end (M-22 to M-61, M-90). One shape for every power; what
/// differs is data.
namespace doorstep::domain::orders {

enum class ActionOutcome { order_made, order_refused, withdrawn, not_needed, passed_on };
constexpr auto enum_names(ActionOutcome) {
    return std::array{EnumName{ActionOutcome::order_made, "order-made", "It was made, and has ended"},
                      EnumName{ActionOutcome::order_refused, "order-refused", "The court refused it"},
                      EnumName{ActionOutcome::withdrawn, "withdrawn", "We withdrew it"},
                      EnumName{ActionOutcome::not_needed, "not-needed", "It was not needed any more"},
                      EnumName{ActionOutcome::passed_on, "passed-on", "Others act instead"}};
}

struct LegalAction {
    LegalActionId id;
    CaseFileId case_file;
    std::string kind;            ///< code of an ActionKind
    std::string applicant_body;  ///< as the law names bodies: "district-council", "police"
    std::string applicant_name;  ///< "Northgate Borough Council"
    std::optional<CasePersonId> respondent;
    std::string place;   ///< the premises, or where it happens
    std::string why;     ///< complaints to us and crime reported to the police, with their references (M-40)
    std::string impact;  ///< what residents said it does to them and want (M-42)
    std::optional<Date> requested_on;   ///< we asked another body to act (M-29)
    std::optional<Instant> decided_at;  ///< to go ahead: the emergency clock counts from it (M-50)
    Date started_on;
    std::optional<AccountId> started_by;
    std::optional<ActionOutcome> outcome;
    std::optional<Date> ended_on;
    std::string end_note;
    std::int64_t version = 1;

    bool is_over() const { return outcome.has_value(); }
};

/// A step done, or a gate left out with a reason.
struct StepDone {
    LegalActionId action;
    std::string code;
    Date done_on;
    bool left_out = false;
    std::string with_whom;
    std::string what;
    std::optional<Date> answered_on;
    std::string reason;  ///< why it was left out
    std::optional<AccountId> recorded_by;
    Instant recorded_at;
};

enum class HearingPurpose {
    application,
    adjourned,
    extension,
    variation,
    discharge,
    appeal,
    breach,
    possession,
    review
};
constexpr auto enum_names(HearingPurpose) {
    return std::array{EnumName{HearingPurpose::application, "application", "Application"},
                      EnumName{HearingPurpose::adjourned, "adjourned", "After an adjournment"},
                      EnumName{HearingPurpose::extension, "extension", "Extension"},
                      EnumName{HearingPurpose::variation, "variation", "Variation"},
                      EnumName{HearingPurpose::discharge, "discharge", "Discharge"},
                      EnumName{HearingPurpose::appeal, "appeal", "Appeal"},
                      EnumName{HearingPurpose::breach, "breach", "Breach or committal"},
                      EnumName{HearingPurpose::possession, "possession", "Possession"},
                      EnumName{HearingPurpose::review, "review", "Review"}};
}

enum class HearingResult { granted, refused, adjourned, continued, withdrawn };
constexpr auto enum_names(HearingResult) {
    return std::array{
        EnumName{HearingResult::granted, "granted", "Granted"},
        EnumName{HearingResult::refused, "refused", "Refused"},
        EnumName{HearingResult::adjourned, "adjourned", "Adjourned"},
        EnumName{HearingResult::continued, "continued", "Refused, the notice goes on for a time"},
        EnumName{HearingResult::withdrawn, "withdrawn", "Withdrawn"}};
}

struct Hearing {
    HearingId id;
    LegalActionId action;
    HearingPurpose purpose{};
    std::string court;
    Instant listed_at;
    Date listed_on;
    std::optional<HearingResult> result;
    std::string result_note;
    std::optional<bool> notice_goes_on;  ///< over an adjournment
    std::optional<AccountId> recorded_by;
    Instant recorded_at;
    std::int64_t version = 1;
};

enum class ServedWhat { notice, application, order, warning, other };
constexpr auto enum_names(ServedWhat) {
    return std::array{EnumName{ServedWhat::notice, "notice", "Notice"},
                      EnumName{ServedWhat::application, "application", "Application and evidence"},
                      EnumName{ServedWhat::order, "order", "Order"},
                      EnumName{ServedWhat::warning, "warning", "Written warning"},
                      EnumName{ServedWhat::other, "other", "Something else"}};
}
enum class ServedHow { fixed, by_hand, left, posted, other };
constexpr auto enum_names(ServedHow) {
    return std::array{EnumName{ServedHow::fixed, "fixed", "Fixed to the premises"},
                      EnumName{ServedHow::by_hand, "by-hand", "Given by hand"},
                      EnumName{ServedHow::left, "left", "Left at the address"},
                      EnumName{ServedHow::posted, "posted", "Posted"},
                      EnumName{ServedHow::other, "other", "Another way the court allowed"}};
}

struct Service {
    LegalServiceId id;
    LegalActionId action;
    std::optional<LegalOrderId> order;  ///< the notice or order served
    ServedWhat what{};
    ServedHow how{};
    Instant served_at;
    std::string on_whom;
    std::string where;
    std::string by_whom;
    std::string proof;  ///< photographs, certificate
    std::optional<AccountId> recorded_by;
    Instant recorded_at;
};

/// A day that the law or a promise sets, and the one that is aimed at before it.
struct LegalDeadline {
    std::string id;  ///< of the row, for work items
    LegalActionId action;
    std::optional<LegalOrderId> order;
    std::string code;   ///< "hearing", "expiry", "extension", "condition-4"
    std::string words;  ///< "Apply to extend the closure order"
    Date due_on;
    std::optional<Instant> due_at;  ///< where the law counts hours
    std::optional<Date> target_on;
    std::string source;  ///< Act and section, or "The landlord's own standard"
    std::optional<Date> met_on;

    /// A time in which somebody else may act: it passes, and is never overdue.
    bool is_window() const { return code == "appeal" || code == "compensation" || code == "review-request"; }
};

/// Where a step of the task list stands.
enum class StepState { done, left_out, open, waits };
struct StepStanding {
    StepKind const* kind = nullptr;
    StepState state = StepState::open;
    std::optional<Date> done_on;
    std::vector<std::string> waits_for;  ///< labels of what comes first
};

/// What of the file meets steps by itself.
struct ActionFacts {
    bool decided = false;
    bool notice = false;
    bool notice_served = false;
    bool hearing_listed = false;
    bool hearing_over = false;
    bool order = false;
    bool order_served = false;
    bool expiry_planned = false;
    bool ended = false;
};

/// The task list in the order of its steps. A step waits while one that comes first is neither done nor left
/// out.
std::vector<StepStanding> standing_of(ActionKind const& kind, std::vector<StepDone> const& done,
                                      ActionFacts const& facts);
/// Labels of the gates not passed yet that come, directly or not, before `code`.
std::vector<std::string> gates_before(ActionKind const& kind, std::vector<StepStanding> const& standings,
                                      std::string_view code);

/// Every problem at once; fields are those of the forms.
/// An action says why, and asks for nothing before the issue was raised or after today.
Expected<Done> check_action(LegalAction const& action, Date raised_on, Instant now);
/// A step is done on a day that has come; what it asks is answered; left out only with a reason, and only a
/// gate.
Expected<Done> check_step(StepDone const& done, StepKind const& kind, Date raised_on, Date today);
/// A hearing names its court, and its result comes no earlier than its day.
Expected<Done> check_hearing(Hearing const& hearing);
Expected<Done> check_hearing_result(Hearing const& hearing, Instant now);
/// Nothing is served before it is made (`made_at`), nor in the future.
Expected<Done> check_service(Service const& service, std::optional<Instant> made_at, Instant now);

}  // namespace doorstep::domain::orders
