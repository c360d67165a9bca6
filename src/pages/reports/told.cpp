#include "pages/reports/told.h"

#include <charconv>

#include "govuk/button.h"
#include "govuk/summary_list.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "pages/reports/display.h"

namespace doorstep::pages::reports {
namespace {

constexpr Words telling_add_another_words{"Add another", "Ychwanegu un arall"};
constexpr Words telling_add_words{"Add", "Ychwanegu"};
constexpr Words telling_remove_words{"Remove", "Tynnu"};
constexpr Words telling_continue_words{"Continue", "Parhau"};

Step const& told_step() { return *find_step("told"); }

std::string list_address(Visit const& visit) { return address_of(visit, told_step()); }

std::string add_address(Visit const& visit) {
    return visit.path(returns_to_check(visit) ? "/report/told?return=check&add=yes" : "/report/told?add=yes");
}

Html add_form(Visit& visit, Pairs typed, std::vector<Problem> const& problems) {
    auto const shapes = told_question().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1(words(visit, told_step().title));
    Html fields = forms::render_fields(shapes, {.typed = std::move(typed),
                                                .problems = problems,
                                                .language = visit.language(),
                                                .choices = {},
                                                .question_is_heading = false,
                                                .caption = {}});
    fields << govuk::button({.text = words(visit, telling_add_words), .prevent_double_click = true});
    Pairs hidden;
    hidden.add("adding", "yes");
    body << visit.form(list_address(visit), fields, std::move(hidden));
    return body;
}

Html list_page(Visit& visit, std::vector<domain::reports::EarlierTelling> const& tellings) {
    Html body = html::h1(words(visit, told_step().title));
    govuk::SummaryList list;
    for (auto const& telling : tellings)
        list.rows.push_back(
            {.key = {.text = choice_text(told_question(), "told", name_of(telling.told), visit.language())},
             .value = {.html = telling_words(telling, visit.language())}});
    body << govuk::summary_list(list);
    Html removal;
    for (std::size_t n = 0; n < tellings.size(); ++n) {
        Html label;
        label << words(visit, telling_remove_words) << " ‘"
              << choice_text(told_question(), "told", name_of(tellings[n].told), visit.language()) << "’";
        removal << govuk::button({.html = label,
                                  .name = "remove",
                                  .value = std::to_string(n),
                                  .classes = "govuk-button--secondary"});
    }
    body << visit.form(list_address(visit), html::button_group(removal));
    Html buttons =
        govuk::button({.text = words(visit, telling_continue_words), .prevent_double_click = true});
    buttons << html::a(add_address(visit), words(visit, telling_add_another_words));
    body << visit.form(list_address(visit), html::button_group(buttons));
    return body;
}

}  // namespace

http::Response show_told(Visit& visit, Journey const& journey, Pairs typed, std::vector<Problem> problems) {
    auto const tellings = earlier_tellings(journey.answers);
    bool const adds = tellings.empty() || visit.request.query.has("add") || !problems.empty();
    auto page = journey_page(visit, told_step(), journey.answers,
                             adds ? add_form(visit, std::move(typed), problems) : list_page(visit, tellings));
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

http::Response post_told(Visit& visit, Journey& journey) {
    auto const& typed = visit.request.form;
    if (auto const position = typed.get("remove")) {
        std::size_t number = 0;
        std::from_chars(position->data(), position->data() + position->size(), number);
        save_answers(visit, journey, "told", [&](Pairs& answers) { remove_earlier(answers, number); });
        return visit.see_other(list_address(visit));
    }
    if (typed.has("adding")) {
        Answers read;
        auto problems =
            forms::parse_into(read, told_question(), typed,
                              {.today = visit.context.today, .language = visit.language(), .choices = {}});
        if (!problems.empty()) return show_told(visit, journey, typed, std::move(problems));
        save_answers(visit, journey, "told", [&](Pairs& answers) {
            add_earlier(answers,
                        {.told = *read.told, .told_on = read.told_on, .reference = read.told_reference});
            mark_done(answers, told_step());
        });
        return visit.see_other(list_address(visit));
    }
    save_answers(visit, journey, "told", [&](Pairs& answers) { mark_done(answers, told_step()); });
    return visit.see_other(address_after(visit, told_step(), journey.answers));
}

}  // namespace doorstep::pages::reports
