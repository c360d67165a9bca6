#include "usecases/papers/questions.h"

#include "base/text.h"
#include "usecases/meetings/meetings.h"

namespace doorstep::usecases::papers {

using domain::access::Action;

namespace {

constexpr int most_questions_shown = 100;

/// A newer edition is asked about there.
bool can_be_asked_about(Paper const& paper, Date today) {
    return paper.state == domain::papers::State::issued && today <= paper.meeting_on;
}

}  // namespace

PaperQuestions questions_of(Context& context, Paper const& paper) {
    PaperQuestions found;
    found.questions =
        storage::panel_meetings::questions_about(context.read(), paper.id, most_questions_shown);
    found.may_ask = domain::access::may(context.viewer, Action::ask_panel_question) &&
                    can_be_asked_about(paper, context.today);
    found.may_answer = domain::access::may(context.viewer, Action::work_meetings);
    return found;
}

Expected<Done> ask_about_paper(Context& context, AskAboutPaper const& input) {
    auto const paper = open_paper(context.read(), context.viewer, input.paper);
    if (!paper) return refuse(paper.error());
    if (auto allowed = context.require(Action::ask_panel_question); !allowed) return allowed;
    if (!can_be_asked_about(*paper, context.today))
        return refuse_field("not-to-be-asked", "words",
                            paper->state == domain::papers::State::issued
                                ? "The board met on " + date_words(paper->meeting_on) +
                                      ": what is asked now is asked at the next meeting"
                                : "This paper has not been issued yet");
    if (text::trim(input.words).empty()) return refuse_field("no-words", "words", "Enter your question");
    return meetings::ask_question(context, {.words = input.words, .paper = paper->id});
}

}  // namespace doorstep::usecases::papers
