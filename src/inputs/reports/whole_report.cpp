#include "inputs/reports/whole_report.h"

#include <algorithm>
#include <array>

#include "inputs/reports/taken.h"

namespace doorstep::inputs::reports {
namespace {

void add_shapes(std::vector<forms::FieldShape>& all, Question const& question, bool is_always_asked) {
    for (auto& shape : question.shapes()) {
        shape.is_required = shape.is_required && is_always_asked;
        all.push_back(std::move(shape));
    }
}

void take(std::vector<Problem>& into, std::vector<Problem> problems) {
    into.insert(into.end(), std::make_move_iterator(problems.begin()),
                std::make_move_iterator(problems.end()));
}

}  // namespace

forms::Choices taken_channels(usecases::Settings const& settings, Date today) {
    static constexpr std::array not_taken{"online", "visit-note", "import"};
    forms::Choices choices;
    for (auto const* entry : settings.list("channels").in_use(today))
        if (std::find(not_taken.begin(), not_taken.end(), entry->code) == not_taken.end())
            choices["channel"].push_back({.value = entry->code, .text = entry->label});
    return choices;
}

std::vector<forms::FieldShape> whole_report_shapes() {
    std::vector<forms::FieldShape> all;
    add_shapes(all, came_question(), true);
    for (auto const& step : steps()) {
        if (step.question) add_shapes(all, step.question(), step.skip == Skip::none && !step.applies);
        if (step.name == "told") add_shapes(all, told_question(), false);
    }
    add_shapes(all, taken_check_question(), false);
    return all;
}

WholeReport read_whole_report(Pairs const& typed, Facts const& facts, forms::Choices const& choices) {
    forms::ParseOptions const options{
        .today = facts.today, .language = http::Language::english, .choices = choices};
    WholeReport whole;
    Answers answers;
    auto& problems = whole.problems;
    take(problems, forms::parse_into(answers, came_question(), typed, options));
    for (auto const& step : steps()) {
        if (!step.question || !applies(step, typed, facts)) continue;
        // What is left out was asked and passed by.
        if (step.skip != Skip::none && !has_value(step.question(), typed)) continue;
        take(problems, read_step(answers, step, typed, options));
    }
    Pairs draft;
    if (answers.told_before.value_or(false) && has_value(told_question(), typed)) {
        Answers told;
        take(problems, forms::parse_into(told, told_question(), typed, options));
        if (told.told)
            add_earlier(draft,
                        {.told = *told.told, .told_on = told.told_on, .reference = told.told_reference});
    }
    take(problems, forms::parse_into(answers, taken_check_question(), typed, options));
    whole.input = to_send(answers, draft, http::Language::english);
    whole.input.report.channel = answers.channel;
    if (answers.received_on) whole.input.report.received_on = *answers.received_on;
    if (answers.rights_read_out) whole.input.rights_shown = "victims-code-read-out";
    return whole;
}

}  // namespace doorstep::inputs::reports
