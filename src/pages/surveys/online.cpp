#include "pages/surveys/online.h"

#include <algorithm>

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/inset_text.h"
#include "govuk/panel.h"
#include "govuk/summary_list.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "pages/surveys/parts.h"
#include "usecases/settings.h"
#include "usecases/surveys/online.h"

namespace doorstep::pages::surveys {
namespace {

using usecases::surveys::OnlineSurvey;

std::string online_address(Visit const& visit) {
    return "/s/survey/" + http::percent_encode(visit.request.parameter("token"));
}

Page online_page(Visit const& visit, std::string title, Html body, std::string back = {}) {
    Page page;
    page.title = std::move(title);
    page.resident = true;
    page.body = html::two_thirds(body);
    if (!back.empty()) page.back = BackLink{.href = visit.path(back), .text = {}};
    return page;
}

char const* either(Visit const& visit, char const* english, char const* welsh) {
    return visit.is_welsh() ? welsh : english;
}

/// E6: used, too old or unknown; which of them is nobody else's business.
http::Response link_is_over(Visit& visit) {
    auto const* title = either(visit, "This link has expired", "Mae’r ddolen hon wedi dod i ben");
    auto const& site = visit.context.settings().site();
    Html body = html::h1(title);
    body << html::p(either(visit,
                           "It works once, and for a few weeks. If you want to tell us something, ring us.",
                           "Mae’n gweithio unwaith, ac am ychydig wythnosau. Os ydych am ddweud rhywbeth "
                           "wrthym, ffoniwch ni."));
    if (!site.telephone.empty()) body << html::p(site.telephone);
    return visit.page(online_page(visit, title, std::move(body)), 410);
}

http::Response refused_online(Visit& visit, Refusal const& refusal) {
    if (refusal.kind() == RefusalKind::expired || refusal.kind() == RefusalKind::closed ||
        refusal.kind() == RefusalKind::not_found)
        return link_is_over(visit);
    return visit.refused(refusal);
}

/// The questions in the language of the visit, where they have it.
Expected<OnlineSurvey> survey_in_language(Visit& visit) {
    auto view = usecases::surveys::view_online_survey(visit.context, visit.request.parameter("token"));
    if (!view || !visit.is_welsh()) return view;
    for (std::size_t n = 0; n < view->questions.size(); ++n) {
        auto& question = view->questions[n];
        if (!view->texts_welsh[n].empty()) question.text = view->texts_welsh[n];
        for (std::size_t o = 0; o < question.options.size(); ++o)
            if (!view->options_welsh[n][o].empty()) question.options[o].text = view->options_welsh[n][o];
    }
    return view;
}

std::size_t position_in(OnlineSurvey const& view, std::string_view code) {
    auto const found = std::find_if(view.questions.begin(), view.questions.end(),
                                    [&](auto const& question) { return question.code == code; });
    return static_cast<std::size_t>(found - view.questions.begin());
}

std::string after_question(Visit const& visit, OnlineSurvey const& view, std::size_t position) {
    auto const address = online_address(visit);
    if (visit.request.query.value("change") == "yes" || position + 1 == view.questions.size())
        return visit.path(address + "/check");
    return visit.path(address + "/questions/" + view.questions[position + 1].code);
}

http::Response question_online(Visit& visit, OnlineSurvey const& view, std::size_t position,
                               http::Pairs typed, std::vector<Problem> const& problems) {
    auto const& question = view.questions[position];
    auto const address = online_address(visit);
    auto const shapes = shapes_of(question);
    Html fields = forms::render_field(shapes, question.code,
                                      {.typed = typed,
                                       .problems = problems,
                                       .language = visit.language(),
                                       .choices = {},
                                       .question_is_heading = true,
                                       .caption = {}});
    if (shapes.size() > 1)
        fields << forms::render_field(shapes, shapes[1].spec.name,
                                      {.typed = typed,
                                       .problems = problems,
                                       .language = visit.language(),
                                       .choices = {},
                                       .caption = {}});
    Html buttons = govuk::button({.text = either(visit, "Continue", "Parhau"), .prevent_double_click = true});
    buttons << govuk::button({.text = either(visit, "Skip this question", "Hepgor y cwestiwn hwn"),
                              .name = "skip",
                              .value = "yes",
                              .classes = "govuk-button--secondary"});
    fields << html::button_group(buttons);
    Html body = forms::problem_summary(problems, shapes, visit.language());
    auto const change = visit.request.query.value("change") == "yes";
    body << html::hint(std::to_string(position + 1) + " / " + std::to_string(view.questions.size()))
         << visit.form(visit.path(address + "/questions/" + question.code) + (change ? "?change=yes" : ""),
                       fields);
    auto const back = change          ? address + "/check"
                      : position == 0 ? address
                                      : address + "/questions/" + view.questions[position - 1].code;
    auto page =
        online_page(visit, either(visit, "A few questions", "Ychydig o gwestiynau"), std::move(body), back);
    page.title_note = std::to_string(position + 1) + " / " + std::to_string(view.questions.size());
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

http::Response answers_online(Visit& visit, OnlineSurvey const& view, std::vector<Problem> const& problems) {
    auto const address = online_address(visit);
    govuk::SummaryList list;
    for (auto const& question : view.questions) {
        auto const words = question.answer_words();
        Html cell = Html::text(words.empty() ? std::string(either(visit, "Skipped", "Hepgorwyd")) : words);
        if (question.answer && !text::trim(question.answer->words).empty())
            cell << html::typed_text(question.answer->words);
        list.rows.push_back(
            {.key = {.text = question.text},
             .value = {.html = cell},
             .actions = {
                 .items = {{.href = visit.path(address + "/questions/" + question.code) + "?change=yes",
                            .text = either(visit, "Change", "Newid"),
                            .visually_hidden_text = question.text}}}});
    }
    Html body = forms::problem_summary(problems, {}, visit.language());
    auto const* title = either(visit, "Check your answers", "Gwiriwch eich atebion");
    body << html::h1(title) << govuk::summary_list(list)
         << visit.form(visit.path(address + "/check"),
                       govuk::button({.text = either(visit, "Send answers", "Anfon atebion"),
                                      .prevent_double_click = true}));
    auto page =
        online_page(visit, title, std::move(body), address + "/questions/" + view.questions.back().code);
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_online(Visit& visit) {
    auto const view = survey_in_language(visit);
    if (!view) return refused_online(visit, view.error());
    auto const address = online_address(visit);
    auto const* title = either(visit, "How did we do?", "Sut gwnaethom ni?");
    Html body = html::h1(title);
    body << html::p(either(
                visit,
                "You told us about a problem, and we closed your case. These questions are about how we "
                "dealt with it. You can skip any of them. Nobody who worked on your case is told what "
                "you said by name.",
                "Fe wnaethoch chi ddweud wrthym am broblem, ac rydym wedi cau eich achos. Mae’r "
                "cwestiynau hyn am y ffordd y gwnaethom ddelio ag ef. Gallwch hepgor unrhyw un ohonynt. "
                "Ni fydd neb a weithiodd ar eich achos yn cael gwybod beth ddywedoch chi wrth eich enw."))
         << govuk::button({.text = either(visit, "Start", "Dechrau"),
                           .href = visit.path(address + "/questions/" + view->questions.front().code)});
    body << html::h2(either(visit, "If you do not want to answer", "Os nad ydych am ateb"));
    Html buttons =
        govuk::button({.text = either(visit, "Do not ask me about this", "Peidiwch â gofyn i mi am hyn"),
                       .name = "decline",
                       .value = "this",
                       .classes = "govuk-button--secondary"});
    buttons << govuk::button({.text = either(visit, "Stop asking me", "Peidiwch â gofyn i mi eto"),
                              .name = "decline",
                              .value = "always",
                              .classes = "govuk-button--secondary"});
    body << visit.form(visit.path(address + "/decline"), html::button_group(buttons));
    return visit.page(online_page(visit, title, std::move(body)));
}

http::Response post_online_decline(Visit& visit) {
    bool const always = visit.request.form.value("decline") == "always";
    auto const done =
        usecases::surveys::decline_online(visit.context, visit.request.parameter("token"), always);
    if (!done) return refused_online(visit, done.error());
    return visit.see_other(visit.path("/s/survey-done") + "?declined=yes");
}

http::Response show_online_question(Visit& visit) {
    auto const view = survey_in_language(visit);
    if (!view) return refused_online(visit, view.error());
    auto const position = position_in(*view, visit.request.parameter("question"));
    if (position == view->questions.size()) return link_is_over(visit);
    http::Pairs typed;
    fill(view->questions[position], typed);
    return question_online(visit, *view, position, std::move(typed), {});
}

http::Response post_online_question(Visit& visit) {
    auto const view = survey_in_language(visit);
    if (!view) return refused_online(visit, view.error());
    auto const position = position_in(*view, visit.request.parameter("question"));
    if (position == view->questions.size()) return link_is_over(visit);
    auto const& question = view->questions[position];
    auto given = given_answer(question, visit.request.form);
    if (visit.request.form.value("skip") == "yes")
        given.option.clear();
    else if (given.option.empty() && text::trim(given.words).empty())
        return question_online(visit, *view, position, visit.request.form,
                               {{question.code, either(visit, "Select an answer, or skip this question",
                                                       "Dewiswch ateb, neu hepgorwch y cwestiwn hwn")}});
    auto const kept =
        usecases::surveys::answer_online(visit.context, visit.request.parameter("token"), given);
    if (kept) return visit.see_other(after_question(visit, *view, position));
    if (is_about_the_form(kept.error()))
        return question_online(visit, *view, position, visit.request.form, problems_of(kept.error()));
    return refused_online(visit, kept.error());
}

http::Response show_online_answers(Visit& visit) {
    auto const view = survey_in_language(visit);
    if (!view) return refused_online(visit, view.error());
    return answers_online(visit, *view, {});
}

http::Response post_online_answers(Visit& visit) {
    auto const done = usecases::surveys::send_online(visit.context, visit.request.parameter("token"));
    if (done) return visit.see_other(visit.path("/s/survey-done"));
    if (done.error().code() != "nothing-answered" && done.error().code() != "not-started")
        return refused_online(visit, done.error());
    auto const view = survey_in_language(visit);
    if (!view) return refused_online(visit, view.error());
    return answers_online(
        visit, *view,
        {{"", either(visit, "Answer at least one question, or go back and say that you do not want to",
                     "Atebwch o leiaf un cwestiwn, neu ewch yn ôl a dweud nad ydych am wneud")}});
}

http::Response show_online_done(Visit& visit) {
    bool const declined = visit.request.query.value("declined") == "yes";
    auto const* title = declined ? either(visit, "We will not ask", "Ni fyddwn yn gofyn")
                                 : either(visit, "Answers sent", "Anfonwyd yr atebion");
    Html body = govuk::panel({.title_text = title});
    body << html::p(
        declined ? either(visit, "Nobody will ring you about it.", "Ni fydd neb yn eich ffonio am hyn.")
                 : either(visit,
                          "Thank you. What people tell us is counted, read, and shown to the "
                          "board and to tenants, without names.",
                          "Diolch. Mae’r hyn y mae pobl yn ei ddweud wrthym yn cael ei gyfrif, ei "
                          "ddarllen, a’i ddangos i’r bwrdd ac i denantiaid, heb enwau."));
    return visit.page(online_page(visit, title, std::move(body)));
}

http::Response post_survey_link(Visit& visit) {
    auto const made = usecases::surveys::make_survey_link(visit.context, visit.request.parameter("survey"));
    if (!made) return refused_call(visit, made.error());
    Html body = html::h1("A link to the questions");
    body << html::p(
                "Send it to the person by a way that is safe for them, or read it out. It works once, and is "
                "shown only now: make a new one when it is lost.")
         << html::codes({*made}) << html::p("It begins with the address of this site.")
         << html::p(html::a(address_of(visit) + "/call", "Back to the survey"));
    Page page = survey_page("A link to the questions");
    page.body = html::two_thirds(body);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::surveys
