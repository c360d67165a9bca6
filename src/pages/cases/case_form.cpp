#include "pages/cases/case_form.h"

#include <charconv>

#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/cases/edit_form.h"
#include "pages/work/work_links.h"

namespace doorstep::pages::cases {

http::Response case_form_page(Visit& visit, CaseForm form, std::vector<forms::FieldShape> const& shapes,
                              http::Pairs typed, std::vector<Problem> const& problems) {
    Html fields = forms::render_fields(
        shapes, {.typed = std::move(typed), .problems = problems, .choices = std::move(form.choices)});
    fields << forms::buttons(form.save_words, form.cancel_href);
    Html body = std::move(form.before);
    body << visit.form(form.action, fields, std::move(form.hidden), form.sends_files);
    auto page = form_page({.reference = form.reference,
                           .title = form.title,
                           .body = std::move(body),
                           .has_errors = !problems.empty()},
                          forms::problem_summary(problems, shapes, visit.language()));
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

http::Response case_question_page(Visit& visit, CaseQuestion const& question) {
    Html body = govuk::warning_text({.text = question.warning});
    body << visit.form(question.action, forms::buttons(question.yes_words, question.cancel_href));
    return visit.page(
        form_page({.reference = question.reference, .title = question.title, .body = std::move(body)}));
}

std::string due_sentence(Date due_on, Date today) {
    auto words = work::due_words(due_on, today);
    if (!words.empty() && words.front() == 'b') words.front() = 'B';
    return words;
}

std::int64_t version_number(std::string_view typed) {
    std::int64_t number = 0;
    auto const* const end = typed.data() + typed.size();
    auto const [at, error] = std::from_chars(typed.data(), end, number);
    return error == std::errc{} && at == end ? number : 0;
}

}  // namespace doorstep::pages::cases
