#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/expected.h"
#include "domain/cases/case_file.h"
#include "domain/questions/question_set.h"
#include "domain/risk/assessment.h"
#include "domain/risk/score.h"
#include "storage/case_overview.h"
#include "usecases/context.h"

namespace doorstep::usecases::risk {

/// One assessment in a list.
struct AssessmentLine {
    domain::risk::Assessment assessment;
    std::string person;   ///< name, or what is known of them; empty when it is of nobody in particular
    std::string made_by;  ///< name
};

/// The risk of a case (C14): where it stands and every assessment there was.
struct RiskView {
    domain::cases::CaseFile file;
    storage::cases::SectionCounts counts;
    std::vector<AssessmentLine> newest;     ///< of each person still on the case
    std::vector<std::string> not_assessed;  ///< people who reported and were never assessed
    std::vector<AssessmentLine> history;    ///< newest first
    int history_total = 0;
    bool may_assess = false;
};
constexpr int assessments_a_page = 25;
/// `page` from 1.
Expected<RiskView> view_risk(Context& context, std::string_view reference, int page);

/// One assessment with its questions and answers, in the words of its own version.
struct AssessmentView {
    domain::cases::CaseFile file;
    storage::cases::SectionCounts counts;
    AssessmentLine line;
    domain::questions::QuestionSet const* questions = nullptr;  ///< lives as long as the context
    std::map<std::string, domain::risk::Answer, std::less<>> answers;
    std::vector<std::string> unanswered;  ///< texts of the questions
    bool may_take_back = false;           ///< the viewer's own request to lower waits
};
Expected<AssessmentView> view_assessment(Context& context, std::string_view reference, RiskAssessmentId id);

/// What the form needs.
struct RiskForm {
    std::string reference;
    domain::questions::QuestionSet const* questions = nullptr;  ///< lives as long as the context
    struct Person {
        CasePersonId id;
        std::string words;
    };
    std::vector<Person> people;            ///< those who reported and are still on the case
    std::optional<AssessmentLine> newest;  ///< of the case, to notice one made meanwhile
    bool lowering_needs_approval = true;
};
Expected<RiskForm> view_risk_form(Context& context, std::string_view reference);

}  // namespace doorstep::usecases::risk
