#include "pages/reports/save.h"

#include "govuk/button.h"
#include "govuk/panel.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "pages/content/page_words.h"
#include "pages/reports/display.h"

namespace doorstep::pages::reports {
namespace {

struct Code {
    std::string code;
};

forms::Form<Code> const& code_form() {
    static auto const form = forms::form<Code>(
        "resume", forms::text_field(&Code::code,
                                    {.name = "code",
                                     .label = {"What is your code?", "Beth yw eich cod?"},
                                     .hint = {"12 letters and numbers, like 7KQM-2XWP-9FHR",
                                              "12 llythyren a rhif, fel 7KQM-2XWP-9FHR"},
                                     .classes = "govuk-input--width-20",
                                     .autocomplete = "off",
                                     .spellcheck = false},
                                    {forms::required({"Enter your code", "Rhowch eich cod"})}));
    return form;
}

Page resident_page(Visit const& visit, std::string title, Html body, std::string back) {
    Page page;
    page.title = std::move(title);
    page.resident = true;
    page.body = html::two_thirds(body);
    if (!back.empty()) page.back = BackLink{.href = visit.path(back), .text = {}};
    return page;
}

/// The page they were on, or the first that is not answered.
std::string where_they_were(Visit& visit, Journey const& journey) {
    auto const facts = facts_of(visit);
    auto const* step = find_step(journey.draft.step);
    if (step && applies(*step, journey.answers, facts) && !is_done(*step, journey.answers))
        return "/report/" + std::string(step->name);
    auto const left = steps_left(journey.answers, facts);
    return left.empty() ? "/report/check" : "/report/" + std::string(left.front()->name);
}

http::Response resume_page(Visit& visit, Pairs typed, std::vector<Problem> problems) {
    auto const shapes = code_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    Html fields = forms::render_fields(shapes, {.typed = std::move(typed),
                                                .problems = problems,
                                                .language = visit.language(),
                                                .choices = {},
                                                .question_is_heading = true,
                                                .caption = {}});
    fields << forms::continue_button(visit.language());
    body << visit.form(visit.path("/report/resume"), fields);
    auto page = resident_page(visit, std::string(shapes.front().spec.label.in(visit.language())),
                              std::move(body), "");
    page.back = BackLink{.href = href_in(visit.language(), "/"), .text = {}};
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

/// E6: kept as long as we said, and no longer.
http::Response expired(Visit& visit) {
    bool const welsh = visit.is_welsh();
    auto const title = welsh ? "Mae’r cod hwn wedi dod i ben" : "This code has expired";
    Html body = html::h1(title);
    body << html::p(
        welsh ? "Cedwir adroddiad heb ei orffen am nifer penodol o ddyddiau, ac yna caiff ei ddileu."
              : "An unfinished report is kept for a set number of days and then removed.");
    body << govuk::button(
        {.text = welsh ? "Dechrau eto" : "Start again", .href = href_in(visit.language(), "/")});
    return visit.page(resident_page(visit, title, std::move(body), ""), 410);
}

/// What a link says that was typed wrong, or used for a report that was sent since.
http::Response no_such_link(Visit& visit) {
    bool const welsh = visit.is_welsh();
    auto const title = welsh ? "Nid yw’r ddolen hon yn agor dim" : "This link does not open anything";
    Html body = html::h1(title);
    body << html::p(welsh
                        ? "Efallai bod rhan o’r cyfeiriad ar goll, neu fod yr adroddiad eisoes wedi’i anfon. "
                          "Nid ydych wedi gwneud dim o’i le."
                        : "Part of the address may be missing, or the report was sent already. You have "
                          "not done anything wrong.");
    Html ways = html::a(visit.path("/report/resume"), welsh ? "Rhowch eich cod" : "Enter your code");
    ways << (welsh ? ", neu " : ", or ")
         << html::a(href_in(visit.language(), "/"), welsh ? "dechreuwch eto" : "start again") << ".";
    body << html::p(ways);
    return visit.page(resident_page(visit, title, std::move(body), ""), 404);
}

}  // namespace

http::Response show_save(Visit& visit) {
    auto const journey = open_journey(visit);
    if (!journey || journey->was_sent()) return start_again(visit);
    auto const document = content::page_words(visit, "report-save");
    Html body = html::h1(document.title);
    body << document.body;
    Html buttons = govuk::button(
        {.text = visit.is_welsh() ? "Rhoi cod i mi" : "Give me a code", .prevent_double_click = true});
    buttons << html::a(visit.path(where_they_were(visit, *journey)),
                       visit.is_welsh() ? "Parhau nawr" : "Carry on now");
    body << visit.form(visit.path("/report/save"), html::button_group(buttons));
    return visit.page(
        resident_page(visit, document.title, std::move(body), where_they_were(visit, *journey)));
}

http::Response post_save(Visit& visit) {
    auto const journey = open_journey(visit);
    if (!journey || journey->was_sent()) return start_again(visit);
    bool const welsh = visit.is_welsh();
    auto const until = date_in(journey->draft.expires_on, visit.language());
    auto const code = usecases::reports::save_for_later(visit.context, journey->draft.id);
    auto const title = welsh ? "Wedi’i gadw" : "Saved";
    Html shown;
    shown << (welsh ? "Eich cod" : "Your code") << ": " << html::strong(code);
    Html body = govuk::panel({.title_text = title, .html = shown});
    Html kept;
    if (welsh)
        kept << "Byddwn yn cadw eich atebion tan " << until << ". I barhau, ewch i’r dudalen hon a dewiswch ";
    else
        kept << "We keep your answers until " << until << ". To carry on, come back to this site and choose ";
    kept << html::a(visit.path("/report/resume"), welsh ? "Defnyddio cod" : "Use a code") << ".";
    body << html::p(kept)
         << html::p(
                welsh
                    ? "Ysgrifennwch y cod i lawr nawr. Ni allwn ei ddangos eto. Cadwch ef lle na all neb "
                      "arall "
                      "ddod o hyd iddo."
                    : "Write the code down now. We cannot show it again. Keep it where nobody else can find "
                      "it.");
    Html buttons = govuk::button({.text = welsh ? "Gorffen am y tro" : "Finish for now"});
    buttons << html::a(visit.path(where_they_were(visit, *journey)), welsh ? "Parhau nawr" : "Carry on now");
    body << visit.form(visit.path("/report/save/close"), html::button_group(buttons));
    return visit.page(resident_page(visit, title, std::move(body), ""));
}

http::Response post_close(Visit& visit) {
    return visit.see_other(href_in(visit.language(), "/")).with_cookie(no_draft_cookie());
}

http::Response show_resume(Visit& visit) { return resume_page(visit, {}, {}); }

http::Response show_link(Visit& visit) {
    bool const welsh = visit.is_welsh();
    auto const found = usecases::reports::look_for_code(visit.context, visit.request.parameter("token"));
    if (!found) return found.error().kind() == RefusalKind::expired ? expired(visit) : no_such_link(visit);
    auto const title = welsh ? "Parhau â’ch adroddiad" : "Carry on with your report";
    Html body = html::h1(title);
    body << html::p(welsh
                        ? "Dewiswch ‘Parhau’ i weld yr atebion a gadwyd. Ni fydd y ddyfais arall yn gallu "
                          "eu gweld wedyn."
                        : "Select ‘Carry on’ to see the answers that were kept. The other device will not be "
                          "able to see them any more.");
    // Opening a link changes nothing: some programs open every link they are sent.
    Pairs hidden;
    hidden.add("code", std::string(visit.request.parameter("token")));
    body << visit.form(visit.path("/report/resume"),
                       govuk::button({.text = welsh ? "Parhau" : "Carry on", .prevent_double_click = true}),
                       std::move(hidden));
    return visit.page(resident_page(visit, title, std::move(body), ""));
}

http::Response post_resume(Visit& visit) {
    auto parsed = visit.parse(code_form());
    if (!parsed.ok()) return resume_page(visit, std::move(parsed.typed), std::move(parsed.problems));
    auto resumed = usecases::reports::resume_draft(visit.context, parsed.input.code);
    if (!resumed && resumed.error().kind() == RefusalKind::expired) return expired(visit);
    if (!resumed)
        return resume_page(visit, std::move(parsed.typed),
                           {{"code", visit.is_welsh() ? "Gwiriwch y cod a rhowch gynnig arall arni"
                                                      : resumed.error().message()}});
    auto const journey = journey_of(std::move(resumed->draft));
    return visit.see_other(visit.path(where_they_were(visit, journey)))
        .with_cookie(draft_cookie(std::move(resumed->token)));
}

}  // namespace doorstep::pages::reports
