#include "pages/surveys/paper.h"

#include "html/elements.h"
#include "pages/surveys/parts.h"
#include "usecases/surveys/call.h"

namespace doorstep::pages::surveys {
namespace {

using usecases::surveys::CallView;

http::Response paper_page(Visit& visit, CallView const& view, http::Pairs typed,
                          std::vector<Problem> const& problems) {
    auto const address = address_of(visit);
    std::vector<forms::FieldShape> shapes;
    for (auto const& question : view.questions)
        for (auto const& shape : shapes_of(question)) shapes.push_back(shape);
    Html fields =
        forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems, .choices = {}});
    fields << forms::buttons("Save answers", address + "/call");
    http::Pairs hidden;
    hidden.set("version", std::to_string(view.survey.version));
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::hint(view.reference) << html::h1("Answers on paper")
         << html::p("Enter what the person wrote, as they wrote it. Leave out what they left out.")
         << visit.form(address + "/paper", fields, std::move(hidden));
    Page page = survey_page("Answers on paper");
    page.breadcrumbs.push_back({"Survey call", address + "/call"});
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_paper(Visit& visit) {
    auto const view = usecases::surveys::view_call(visit.context, visit.request.parameter("survey"));
    if (!view) return refused_call(visit, view.error());
    http::Pairs typed;
    for (auto const& question : view->questions) fill(question, typed);
    return paper_page(visit, *view, std::move(typed), {});
}

http::Response post_paper(Visit& visit) {
    auto const id = visit.request.parameter("survey");
    auto const view = usecases::surveys::view_call(visit.context, id);
    if (!view) return refused_call(visit, view.error());
    usecases::surveys::CompleteSurvey input{
        .id = std::string(id), .seen_version = {}, .way = domain::surveys::Way::paper, .answers = {}};
    input.seen_version = forms::Codec<std::int64_t>::decode(visit.request.form.value("version"));
    for (auto const& question : view->questions)
        input.answers.push_back(given_answer(question, visit.request.form));
    auto const completed = usecases::surveys::complete_survey(visit.context, input);
    if (completed) {
        visit.context.note_result_of_once("/surveys");
        return visit.done("/surveys", "Answers on paper saved.");
    }
    if (completed.error().code() == "nothing-answered")
        return paper_page(visit, *view, visit.request.form,
                          {{view->questions.front().code, "Enter at least one answer"}});
    if (is_about_the_form(completed.error()))
        return paper_page(visit, *view, visit.request.form, problems_of(completed.error()));
    return refused_call(visit, completed.error());
}

}  // namespace doorstep::pages::surveys
