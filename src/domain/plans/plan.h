#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/enum_names.h"
#include "domain/ids.h"

/// What we and the person who reported agree to do, by when (M-84, M-89).
namespace doorstep::domain::plans {

enum class PlanState { draft, agreed, replaced };
constexpr auto enum_names(PlanState) {
    return std::array{EnumName{PlanState::draft, "draft", "Draft"},
                      EnumName{PlanState::agreed, "agreed", "Agreed"},
                      EnumName{PlanState::replaced, "replaced", "Replaced by a newer plan"}};
}

enum class StepState { to_do, done, dropped };
constexpr auto enum_names(StepState) {
    return std::array{EnumName{StepState::to_do, "to-do", "To do"}, EnumName{StepState::done, "done", "Done"},
                      EnumName{StepState::dropped, "dropped", "Dropped"}};
}

enum class Track { support, enforcement, evidence, other };
constexpr auto enum_names(Track) {
    return std::array{EnumName{Track::support, "support", "Support"},
                      EnumName{Track::enforcement, "enforcement", "Enforcement"},
                      EnumName{Track::evidence, "evidence", "Evidence"},
                      EnumName{Track::other, "other", "Other"}};
}

enum class OwnerKind { officer, complainant, person_complained_about, partner, support_team };
constexpr auto enum_names(OwnerKind) {
    return std::array{EnumName{OwnerKind::officer, "officer", "One of us"},
                      EnumName{OwnerKind::complainant, "complainant", "The person who reported it"},
                      EnumName{OwnerKind::person_complained_about, "person-complained-about",
                               "The person complained about"},
                      EnumName{OwnerKind::partner, "partner", "A partner agency"},
                      EnumName{OwnerKind::support_team, "support-team", "A support team"}};
}

enum class AgreedHow { visit, telephone, office, email, letter };
constexpr auto enum_names(AgreedHow) {
    return std::array{EnumName{AgreedHow::visit, "visit", "On a visit"},
                      EnumName{AgreedHow::telephone, "telephone", "By telephone"},
                      EnumName{AgreedHow::office, "office", "At the office"},
                      EnumName{AgreedHow::email, "email", "By e-mail"},
                      EnumName{AgreedHow::letter, "letter", "By letter"}};
}

enum class CopyHow { by_hand, post, email };
constexpr auto enum_names(CopyHow) {
    return std::array{EnumName{CopyHow::by_hand, "by-hand", "By hand"},
                      EnumName{CopyHow::post, "post", "By post"},
                      EnumName{CopyHow::email, "email", "By e-mail"}};
}

struct ActionPlan {
    ActionPlanId id;
    CaseFileId case_file;
    int number = 1;
    PlanState state = PlanState::draft;
    std::optional<AccountId> made_by;
    Date made_on;
    std::optional<Date> agreed_on;
    std::optional<CasePersonId> agreed_with;
    std::optional<AgreedHow> agreed_how;
    std::optional<Date> copy_given_on;
    std::optional<CopyHow> copy_given_how;
    std::int64_t version = 1;
};

struct PlanStep {
    PlanStepId id;
    ActionPlanId plan;
    CaseFileId case_file;
    int position = 0;
    Track track = Track::support;
    std::string what;
    OwnerKind owner_kind = OwnerKind::officer;
    std::optional<AccountId> owner_account;    ///< of an officer's step
    std::optional<CasePersonId> owner_person;  ///< of somebody on the case
    std::string owner_name;                    ///< of a partner or support team
    Date due_on;
    StepState state = StepState::to_do;
    std::optional<Date> done_on;  ///< or dropped
    std::string result;
    std::int64_t version = 1;
};

}  // namespace doorstep::domain::plans
