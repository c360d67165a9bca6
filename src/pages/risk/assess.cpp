#include "pages/risk/assess.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/details.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "pages/cases/case_frame.h"
#include "pages/risk/risk_parts.h"
#include "usecases/risk/assess_risk.h"
#include "usecases/risk/view_risk.h"

namespace doorstep::pages::risk {
namespace {

using domain::questions::Question;
using domain::risk::RiskBand;
using forms::FieldShape;
using usecases::risk::AssessRisk;
using usecases::risk::RiskForm;

std::string note_field(Question const& question) { return "note-" + question.code; }

FieldShape question_shape(Question const& question) {
    FieldShape shape;
    shape.spec = {.name = question.code, .label = question.text.c_str(), .hint = question.hint.c_str()};
    for (auto const& option : question.options)
        shape.spec.choices.push_back({.value = option.code, .text = option.text});
    shape.spec.small_choices = true;
    shape.control = forms::Control::radios;
    return shape;
}

FieldShape note_shape(Question const& question, std::string const& name) {
    FieldShape shape;
    (void)question;
    shape.spec = {.name = name, .label = "What they said", .rows = 2};
    shape.control = forms::Control::textarea;
    return shape;
}

FieldShape person_shape(RiskForm const& form) {
    FieldShape shape;
    shape.spec = {.name = "person", .label = "Whose risk is this about?"};
    for (auto const& person : form.people)
        shape.spec.choices.push_back({.value = std::string(person.id.text()), .text = person.words});
    shape.control = forms::Control::radios;
    return shape;
}

std::vector<FieldShape> all_shapes(RiskForm const& form) {
    std::vector<FieldShape> shapes;
    if (form.people.size() > 1) shapes.push_back(person_shape(form));
    for (auto const& question : form.questions->questions) {
        shapes.push_back(question_shape(question));
        shapes.push_back(note_shape(question, note_field(question)));
    }
    return shapes;
}

std::string newest_id(RiskForm const& form) {
    return form.newest ? std::string(form.newest->assessment.id.text()) : "";
}

AssessRisk assessment_input(RiskForm const& form, http::Pairs const& typed) {
    AssessRisk input;
    input.reference = form.reference;
    input.person = CasePersonId::parse(typed.value("person"));
    auto const version = typed.value("questions");
    std::from_chars(version.data(), version.data() + version.size(), input.set_version);
    for (auto const& question : form.questions->questions) {
        if (auto const answer = typed.value(question.code); !answer.empty())
            input.answers.emplace(question.code, std::string(answer));
        if (auto note = forms::detail::tidy(typed.value(note_field(question))); !text::trim(note).empty())
            input.notes.emplace(question.code, std::move(note));
    }
    input.chosen_band = enum_from_name<RiskBand>(typed.value("chosen-band"));
    input.override_reason = forms::detail::tidy(typed.value("override-reason"));
    input.seen = RiskAssessmentId::parse(typed.value("seen"));
    return input;
}

http::Response assess_page(Visit& visit, RiskForm const& form, char const* title, Html body,
                           Html const& summary, int status, bool has_errors) {
    auto page = cases::form_page({.reference = form.reference,
                                  .section = cases::Section::risk,
                                  .title = title,
                                  .body = std::move(body),
                                  .has_errors = has_errors},
                                 summary);
    page.breadcrumbs.push_back({"Risk", cases::case_address(form.reference) + "/risk"});
    return visit.page(std::move(page), status);
}

Html question_fields(RiskForm const& form, forms::FormView const& view) {
    Html fields;
    if (form.people.size() > 1) fields << forms::render_field({person_shape(form)}, "person", view);
    std::string group;
    for (auto const& question : form.questions->questions) {
        if (question.group != group) {
            group = question.group;
            fields << html::h2(group);
        }
        auto const name = note_field(question);
        fields << forms::render_field({question_shape(question)}, question.code, view);
        Html const note = forms::render_field({note_shape(question, name)}, name, view);
        Html summary;
        summary << "Add a note" << html::hidden(" to: " + question.text);
        fields << govuk::details(
            {.summary_html = summary, .html = note, .open = !text::trim(view.typed.value(name)).empty()});
    }
    return fields;
}

http::Response questions_page(Visit& visit, RiskForm const& form, http::Pairs typed,
                              std::vector<Problem> problems, int status) {
    auto const address = cases::case_address(form.reference) + "/risk";
    http::Pairs hidden;
    hidden.set("stage", "questions");
    hidden.set("questions", std::to_string(form.questions->version));
    hidden.set("seen", newest_id(form));
    if (form.people.size() == 1) hidden.set("person", std::string(form.people.front().id.text()));
    Html body;
    if (form.people.size() == 1)
        body << govuk::inset_text({.text = "About " + form.people.front().words + "."});
    body << html::p(
        "Ask as you talk, in any order. Leave out what you do not know: it counts as its highest until "
        "you do.");
    Html fields = question_fields(form, {.typed = std::move(typed), .problems = problems, .choices = {}});
    fields << forms::buttons("Continue", address);
    body << visit.form(address + "/new", fields, std::move(hidden));
    return assess_page(visit, form, "Assess risk", std::move(body),
                       forms::problem_summary(problems, all_shapes(form), visit.language()), status,
                       !problems.empty());
}

std::vector<FieldShape> band_shapes(RiskForm const& form, RiskBand computed) {
    FieldShape band;
    band.spec = {.name = "chosen-band", .label = "Which band is right?"};
    for (auto const& row : all_of<RiskBand>()) {
        forms::Choice choice{.value = std::string(row.name), .text = std::string(row.words)};
        if (row.value == computed)
            choice.hint = "As worked out from the answers";
        else if (row.value > computed)
            choice.hint = "Needs a reason";
        else
            choice.hint = form.lowering_needs_approval
                              ? "Needs a reason, and a manager’s agreement. Until then the band is " +
                                    text::lower_ascii(words_of(computed))
                              : "Needs a reason";
        band.spec.choices.push_back(std::move(choice));
    }
    band.control = forms::Control::radios;
    FieldShape reason;
    reason.spec = {.name = "override-reason",
                   .label = "Why another band?",
                   .hint = "Only if you chose another band than the one worked out",
                   .rows = 3,
                   .character_limit = 1000};
    reason.control = forms::Control::textarea;
    return {band, reason};
}

Html preview_facts(domain::risk::Score const& score) {
    govuk::SummaryList list;
    list.rows.push_back(
        {.key = {.text = "Band worked out"}, .value = {.html = govuk::tag(band_tag(score.band))}});
    list.rows.push_back({.key = {.text = "Score"},
                         .value = {.text = score_words(score.score, score.worst_score, score.complete)}});
    if (!score.automatic_reason.empty())
        list.rows.push_back({.key = {.text = "Decided by"}, .value = {.text = score.automatic_reason}});
    return govuk::summary_list(list);
}

http::Response check_page(Visit& visit, RiskForm const& form, domain::risk::Score const& score,
                          http::Pairs typed, std::vector<Problem> problems) {
    auto const address = cases::case_address(form.reference) + "/risk";
    http::Pairs hidden;
    for (auto const& question : form.questions->questions)
        for (auto const& name : {question.code, note_field(question)})
            if (auto const value = typed.value(name); !value.empty()) hidden.set(name, std::string(value));
    for (auto const* name : {"person", "questions", "seen"}) hidden.set(name, std::string(typed.value(name)));
    hidden.set("stage", "check");
    if (!typed.has("chosen-band")) typed.set("chosen-band", std::string(name_of(score.band)));

    Html body = preview_facts(score);
    if (std::find(score.flags.begin(), score.flags.end(), "self-harm") != score.flags.end())
        body << govuk::warning_text(
            {.text = "Somebody spoke of harming themselves. A task for today is made when you save."});
    if (!score.unanswered.empty()) {
        std::vector<Html> missing;
        for (auto const& code : score.unanswered)
            if (auto const* question = form.questions->question(code))
                missing.push_back(Html::text(question->text));
        body << html::h2("Not answered") << html::list(missing);
    }
    govuk::SummaryList answers;
    for (auto const& question : form.questions->questions)
        if (typed.has(question.code) && !typed.value(question.code).empty())
            answers.rows.push_back({.key = {.text = question.text},
                                    .value = {.text = answer_words(question, typed.value(question.code))}});
    body << html::h2("Answers") << govuk::summary_list(answers);

    auto const shapes = band_shapes(form, score.band);
    Html fields = forms::render_fields(shapes, {.typed = typed, .problems = problems, .choices = {}});
    Html buttons = govuk::button({.text = "Save assessment", .prevent_double_click = true});
    buttons << govuk::button(
        {.text = "Change the answers", .name = "back", .value = "yes", .classes = "govuk-button--secondary"});
    fields << html::button_group(buttons);
    body << visit.form(address + "/new", fields, std::move(hidden));
    return assess_page(visit, form, "Check the assessment", std::move(body),
                       forms::problem_summary(problems, shapes, visit.language()),
                       problems.empty() ? 200 : 422, !problems.empty());
}

bool is_about_the_band(Refusal const& refusal) {
    return std::any_of(refusal.problems().begin(), refusal.problems().end(), [](Problem const& problem) {
        return problem.field == "override-reason" || problem.field == "chosen-band";
    });
}

std::string assessed_words(usecases::risk::RiskAssessed const& made) {
    std::string words = "Assessment saved: " + text::lower_ascii(words_of(made.band)) + " risk.";
    if (made.waits_for_approval) words += " A manager will decide about the lower band.";
    if (made.urgent) words += " A task for today is on the case: make sure they are safe.";
    if (made.review_by) words += " Assess again by " + date_words(*made.review_by) + ".";
    if (made.next_contact_by) words += " Next contact by " + date_words(*made.next_contact_by) + ".";
    return words;
}

}  // namespace

http::Response show_assess(Visit& visit) {
    auto const form = usecases::risk::view_risk_form(visit.context, visit.request.parameter("reference"));
    if (!form) return visit.refused(form.error());
    return questions_page(visit, *form, {}, {}, 200);
}

http::Response post_assess(Visit& visit) {
    auto const form = usecases::risk::view_risk_form(visit.context, visit.request.parameter("reference"));
    if (!form) return visit.refused(form.error());
    auto const& typed = visit.request.form;
    if (typed.value("back") == "yes") return questions_page(visit, *form, typed, {}, 200);

    auto const input = assessment_input(*form, typed);
    auto const score = usecases::risk::preview_risk(visit.context, input);
    if (!score) {
        if (!is_about_the_form(score.error())) return visit.refused(score.error());
        return questions_page(visit, *form, typed, problems_of(score.error()), 422);
    }
    if (typed.value("stage") != "check") return check_page(visit, *form, *score, typed, {});

    auto const made = usecases::risk::assess_risk(visit.context, input);
    auto const address = cases::case_address(form->reference) + "/risk";
    if (made) return visit.done(address + "/" + std::string(made->id.text()), assessed_words(*made));
    auto const& refusal = made.error();
    if (is_about_the_band(refusal)) return check_page(visit, *form, *score, typed, problems_of(refusal));
    if (is_about_the_form(refusal)) return questions_page(visit, *form, typed, problems_of(refusal), 422);
    // Somebody else assessed it, or the questions changed: what was typed is kept, and saving again is a
    // decision made in the knowledge of theirs.
    if (refusal.code() == "assessed-meanwhile" || refusal.code() == "questions-changed")
        return questions_page(
            visit, *form, typed,
            {{"", refusal.message() + ". Look at it under Risk, then check your answers and save"}}, 409);
    return visit.refused(refusal);
}

}  // namespace doorstep::pages::risk
