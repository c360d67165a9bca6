#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/expected.h"
#include "storage/panel_meetings.h"
#include "usecases/context.h"
#include "usecases/papers/view_paper.h"

/// What board members ask about a paper before its meeting, and what they are told (V04). Answers are written
/// where the panel's are (meetings::answer_question).
namespace doorstep::usecases::papers {

struct PaperQuestions {
    std::vector<storage::panel_meetings::Question> questions;  ///< newest first
    bool may_ask = false;                                      ///< before the day of the meeting is over
    bool may_answer = false;
};
/// Of a paper that the viewer sees. One statement.
PaperQuestions questions_of(Context& context, Paper const& paper);

struct AskAboutPaper {
    std::string paper;
    std::string words;
};
/// Needs Action::ask_panel_question. Refused: a paper that the viewer may not see or that is not issued;
/// after the day of its meeting; nothing asked.
Expected<Done> ask_about_paper(Context& context, AskAboutPaper const& input);

}  // namespace doorstep::usecases::papers
