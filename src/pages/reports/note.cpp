#include "pages/reports/note.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/details.h"
#include "govuk/device_drafts.h"
#include "govuk/file_upload.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/file_words.h"
#include "pages/reports/inputs.h"
#include "usecases/reports/send_report.h"
#include "usecases/settings.h"

namespace doorstep::pages::reports {
namespace {

struct Note {
    std::string place;
    std::string postcode;
    std::string what;
    std::string kind;
    bool danger = false;
};

forms::Form<Note> const& note_form() {
    static auto const form = forms::form<Note>(
        "note",
        forms::textarea_field(&Note::what,
                              {.name = "what",
                               .label = "What did you see or hear?",
                               .hint = "Facts, in a sentence or two",
                               .rows = 4,
                               .character_limit = 5000},
                              {forms::required("Enter what you saw or heard"),
                               forms::at_most(5000, "What you saw must be 5,000 characters or fewer")}),
        forms::text_field(
            &Note::place,
            {.name = "place", .label = "Where?", .hint = "For example, second floor landing, Acre Court"},
            {forms::required("Enter where it was"),
             forms::at_most(500, "Where it was must be 500 characters or fewer")}),
        forms::text_field(&Note::postcode,
                          {.name = "postcode",
                           .label = "Postcode",
                           .classes = "govuk-input--width-10",
                           .spellcheck = false,
                           .optional = true},
                          {forms::holds<std::string>(
                              [](std::string const& typed) { return !text::postcode(typed).empty(); },
                              {"Enter a full postcode, like MK9 3XS"})}),
        forms::select_field(&Note::kind, {.name = "kind", .label = "Kind of problem", .optional = true}),
        forms::tick_field(&Note::danger,
                          {.name = "danger", .label = "Someone may be in danger: look at this first"}));
    return form;
}

forms::Choices kind_choices_of_staff(Visit& visit) {
    forms::Choices choices;
    for (auto const* entry : visit.context.settings().list("categories").in_use(visit.context.today))
        choices["kind"].push_back({.value = entry->code, .text = entry->label});
    return choices;
}

Html offer_to_keep() {
    Html html = html::p(
        "Where there may be no signal, a note can be kept on this device until it is sent. Anybody who "
        "uses the device can read it.");
    html << govuk::warning_text({.text = "Only do this if nobody else uses this device."})
         << govuk::button({.text = "Keep notes on this device",
                           .type = "button",
                           .classes = "govuk-button--secondary",
                           .attributes = {{.name = "data-drafts-keep", .value = ""}}});
    return govuk::details({.summary_text = "Working without a signal", .html = html});
}

Html words_where_kept() {
    Html words = Html::text("A note is kept on this device until it is sent. See ");
    words << html::a("/drafts", "drafts on this device") << ".";
    return html::p(words);
}

http::Response note_page(Visit& visit, Pairs typed, std::vector<Problem> problems) {
    auto shapes = note_form().shapes();
    Html body = forms::problem_summary(problems, shapes, http::Language::english);
    body << html::h1("Log something");
    Html fields = forms::render_fields(
        shapes, {.typed = std::move(typed), .problems = problems, .choices = kind_choices_of_staff(visit)});
    govuk::FileUpload upload{
        .id = "photos",
        .name = "photos",
        .multiple = true,
        .label = {.text = "Photos or recordings (optional)"},
        .hint = {.text = limit_words(usecases::files::limits(visit.context), http::Language::english)}};
    for (auto const& problem : problems)
        if (problem.field == "photos") upload.error_message.text = problem.message;
    fields << govuk::file_upload(upload)
           << govuk::button({.text = "Save note", .prevent_double_click = true});
    body << govuk::device_note({.off = offer_to_keep(),
                                .on = words_where_kept(),
                                .form = visit.form("/notes/new", fields, {}, true)});
    Page page;
    page.title = "Log something";
    page.current_section = "note";
    page.has_errors = !problems.empty();
    page.body = html::two_thirds(body);
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_note(Visit& visit) { return note_page(visit, {}, {}); }

http::Response post_note(Visit& visit) {
    auto parsed = visit.parse(note_form(), kind_choices_of_staff(visit));
    if (!parsed.ok()) return note_page(visit, std::move(parsed.typed), std::move(parsed.problems));
    auto taken = usecases::files::take_uploads(visit.context, uploads_of(visit.request, "photos"), 0);
    if (!taken.problems.empty())
        return note_page(visit, std::move(parsed.typed),
                         problems_in_words(taken.problems, "photos", usecases::files::limits(visit.context),
                                           http::Language::english));
    usecases::reports::SendReport input;
    input.report.channel = "visit-note";
    input.report.who_for = domain::reports::WhoFor::witness;
    input.report.what_happened = parsed.input.what;
    input.report.place_text = parsed.input.place;
    input.report.postcode = parsed.input.postcode;
    input.report.happened_on = visit.context.today;
    input.report.in_danger = parsed.input.danger;
    if (!parsed.input.kind.empty()) input.report.categories = {parsed.input.kind};
    input.files = std::move(taken.files);
    auto const sent = usecases::reports::send_report(visit.context, input);
    if (sent)
        return visit.done("/notes/new",
                          "Note saved. It is in triage with the reference " + sent->reference + ".");
    if (is_about_the_form(sent.error()))
        return note_page(visit, std::move(parsed.typed), problems_of(sent.error()));
    return visit.refused(sent.error());
}

}  // namespace doorstep::pages::reports
