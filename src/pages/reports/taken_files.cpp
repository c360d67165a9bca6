#include "pages/reports/taken_files.h"

#include "govuk/button.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "pages/reports/evidence.h"
#include "usecases/files/draft_files.h"

namespace doorstep::pages::reports {
namespace {

Group const& files_group() { return *find_group("evidence"); }

std::string files_address(Visit const& visit, Journey const& journey, std::string_view page) {
    return taken_address(journey, page) + (returns_to_check(visit) ? "?return=check" : "");
}

}  // namespace

http::Response show_taken_files(Visit& visit, Group const& group, Journey const& journey,
                                std::vector<Problem> problems) {
    Html body = files_problem_summary(visit, problems);
    body << html::h1(group.title) << taken_advice(visit, journey.answers) << script_words(group)
         << files_of_journey(visit, journey, files_address(visit, journey, "evidence/remove"),
                             "No files have been added. What comes later can be added to the case.");
    Html form = files_to_add(visit, problems);
    Html buttons = govuk::button({.text = "Continue", .prevent_double_click = true});
    buttons << govuk::button({.text = "Save and finish later",
                              .name = "later",
                              .value = "yes",
                              .classes = "govuk-button--secondary"});
    form << html::button_group(buttons);
    body << visit.form(files_address(visit, journey, group.name), form, {}, true);
    auto page = taken_page(std::string(group.title), std::move(body));
    page.has_errors = !problems.empty();
    page.back = back_from(visit, group, journey);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

http::Response post_taken_files(Visit& visit) {
    auto journey = open_taken(visit);
    if (!journey) return visit.refused(journey.error());
    if (journey->was_sent()) return visit.see_other(taken_address(*journey, "sent"));
    auto const& group = files_group();
    if (auto problems = take_files(visit, *journey); !problems.empty())
        return show_taken_files(visit, group, *journey, std::move(problems));
    if (visit.request.form.has("add")) return visit.see_other(files_address(visit, *journey, group.name));
    save_answers(visit, *journey, group.name,
                 [&](Pairs& answers) { mark_done(answers, *find_step("evidence")); });
    return visit.see_other(visit.request.form.has("later") ? "/reports/new"
                                                           : taken_address_after(visit, group, *journey));
}

http::Response remove_taken_file(Visit& visit) {
    auto const journey = open_taken(visit);
    if (!journey) return visit.refused(journey.error());
    if (auto const file = FileId::parse(visit.request.form.value("file")); file && !journey->was_sent())
        usecases::files::remove_from_draft(visit.context, journey->draft.id, *file);
    return visit.see_other(files_address(visit, *journey, "evidence"));
}

}  // namespace doorstep::pages::reports
