#include "usecases/surveys/questions.h"

#include <algorithm>

namespace doorstep::usecases::surveys {

using domain::questions::Option;
using domain::questions::QuestionSet;

namespace {

constexpr std::string_view set_code = "survey";

std::vector<Option> options_of(Settings const& settings, domain::questions::Question const& question,
                               Date today) {
    if (question.list.empty()) return question.options;
    std::vector<Option> options;
    for (auto const* entry : settings.list(question.list).in_use(today))
        if (entry->detail("asked_in_survey") != "false")
            options.push_back({entry->code, entry->label, entry->label_welsh, 0});
    return options;
}

}  // namespace

std::string AskedQuestion::answer_words() const {
    if (!answer || answer->option.empty()) return {};
    auto const found = std::find_if(options.begin(), options.end(),
                                    [&](auto const& option) { return option.code == answer->option; });
    return found == options.end() ? answer->option : found->text;
}

QuestionSet const& question_set_of(Settings const& settings, domain::surveys::Survey const& survey,
                                   Date today) {
    if (survey.set_version) return settings.question_set(set_code, *survey.set_version);
    return settings.question_set(set_code, today);
}

std::vector<AskedQuestion> asked_questions(Settings const& settings, domain::surveys::Survey const& survey,
                                           std::vector<domain::surveys::Answer> const& answers, Date today) {
    std::vector<AskedQuestion> asked;
    for (auto const& question : question_set_of(settings, survey, today).questions) {
        AskedQuestion one{.code = question.code,
                          .wording = question.wording,
                          .text = question.text,
                          .hint = question.hint,
                          .options = options_of(settings, question, today),
                          .asks_words = question.asks_words,
                          .answer = {}};
        auto const given = std::find_if(answers.begin(), answers.end(),
                                        [&](auto const& answer) { return answer.question == question.code; });
        if (given != answers.end()) one.answer = *given;
        asked.push_back(std::move(one));
    }
    return asked;
}

}  // namespace doorstep::usecases::surveys
