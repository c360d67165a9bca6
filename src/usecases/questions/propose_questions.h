#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/approvals/approval.h"
#include "domain/questions/question_set.h"
#include "usecases/context.h"

namespace doorstep::usecases {
class Settings;
}

/// A landlord's own version of a set of questions (A05): proposed by one person, approved by another (T05),
/// always for days to come. A published version never changes, and what was answered keeps its own.
namespace doorstep::usecases::questions {

using domain::questions::QuestionSet;

struct ProposeQuestions {
    /// As they would be: `code` says of which set; version and days are given here.
    QuestionSet set;
    Date in_use_from;
    std::string reason;
};
/// Where the words of a question changed its wording is raised, so that answers are not compared across the
/// change (M-105). Refused: a day before tomorrow; no question, one without words or with fewer than two
/// answers; bands that do not rise; nothing changed; another proposal waiting.
Expected<Done> propose_questions(Context& context, ProposeQuestions const& input);

/// One proposal as people read it.
struct ProposedQuestions {
    QuestionSet set;
    int before_version = 0;
    std::vector<std::string> differences;  ///< sentences
};
/// Nothing when the request is no such proposal.
std::optional<ProposedQuestions> read_proposal(domain::approvals::Approval const& approval,
                                               Settings const& settings);

/// What waits to be approved for this set, whoever proposed it.
struct WaitingQuestions {
    ApprovalId id;
    std::string proposed_by;
    Instant proposed_at;
    Date in_use_from;
    std::vector<std::string> differences;
};
std::optional<WaitingQuestions> waiting_proposal(Context& context, std::string_view code);

/// Publishes the version, or not. Inside a change under way, for the approvals. The settings are to be
/// reloaded afterwards. Refused when its first day has come meanwhile.
Expected<Done> carry_out_questions(Change& change, Settings const& settings,
                                   domain::approvals::Approval const& approval,
                                   domain::approvals::Decision decision);

}  // namespace doorstep::usecases::questions
