#include "pages/surveys/parts.h"

#include "domain/messages/outcome_words.h"
#include "govuk/summary_list.h"
#include "html/elements.h"

namespace doorstep::pages::surveys {

using usecases::surveys::AskedQuestion;

namespace {

constexpr int words_limit = 3000;

std::string words_field(AskedQuestion const& question) { return question.code + "-words"; }

}  // namespace

std::string address_of(Visit const& visit) {
    return "/surveys/" + std::string(visit.request.parameter("survey"));
}

Page survey_page(std::string title) {
    Page page;
    page.title = std::move(title);
    page.current_section = "surveys";
    page.breadcrumbs = {{"Surveys", "/surveys"}};
    return page;
}

http::Response refused_call(Visit& visit, Refusal const& refusal) {
    if (refusal.code() == "survey-over") return visit.see_other(address_of(visit));
    if (refusal.code() == "not-started") return visit.see_other(address_of(visit) + "/call");
    return visit.refused(refusal);
}

namespace {

std::string invitation_words(usecases::surveys::Invitation const& invitation) {
    if (invitation.message) return domain::messages::outcome_words(*invitation.message);
    return invitation.why_not ? "Nothing was sent. " + std::string(words_of(*invitation.why_not))
                              : "Nothing was sent";
}

}  // namespace

Html person_facts(usecases::surveys::CallView const& view) {
    auto const& person = view.person;
    govuk::SummaryList list;
    auto const add = [&](char const* key, std::string const& value) {
        if (!value.empty()) list.rows.push_back({.key = {.text = key}, .value = {.text = value}});
    };
    add("Ask for", person.name);
    if (person.may_ring) add("Telephone", person.telephone);
    add("Safe contact", person.safe_contact);
    add("Best times", person.best_times);
    add("Who else may answer", person.someone_else);
    add("Adjustments", person.adjustments);
    add("About", view.title + ", " + view.reference);
    add("Closed", date_words(view.survey.closed_on));
    add("Invitation", invitation_words(view.invitation));
    add("Tries so far",
        std::to_string(view.survey.attempts) + " of " + std::to_string(view.attempts_allowed));
    return govuk::summary_list(list);
}

std::vector<forms::FieldShape> shapes_of(AskedQuestion const& question) {
    forms::FieldShape radios;
    radios.spec = {.name = question.code, .label = question.text.c_str(), .hint = question.hint.c_str()};
    for (auto const& option : question.options)
        radios.spec.choices.push_back({.value = option.code, .text = option.text});
    radios.control = forms::Control::radios;
    std::vector<forms::FieldShape> shapes{radios};
    if (question.asks_words) {
        forms::FieldShape words;
        words.spec = {.name = words_field(question),
                      .label = "What did they say?",
                      .hint = "In their own words, as they said it",
                      .rows = 4,
                      .character_limit = words_limit,
                      .optional = true};
        words.control = forms::Control::textarea;
        shapes.push_back(words);
    }
    return shapes;
}

void fill(AskedQuestion const& question, http::Pairs& typed) {
    if (!question.answer) return;
    typed.set(question.code, question.answer->option);
    if (question.asks_words) typed.set(words_field(question), question.answer->words);
}

usecases::surveys::GivenAnswer given_answer(AskedQuestion const& question, http::Pairs const& typed) {
    return {.question = question.code,
            .option = std::string(typed.value(question.code)),
            .words = forms::detail::tidy(typed.value(words_field(question)))};
}

}  // namespace doorstep::pages::surveys
