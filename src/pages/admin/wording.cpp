#include "pages/admin/wording.h"

#include "base/text.h"
#include "govuk/button.h"
#include "govuk/details.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "html/elements.h"
#include "pages/admin/admin_page.h"
#include "pages/content/markdown.h"
#include "usecases/wording/publish_wording.h"

namespace doorstep::pages::admin {
namespace {

using usecases::Wording;
using usecases::wording::PublishWording;
using usecases::wording::WordingView;

Crumb wording_crumb() { return {"Wording", "/admin/wording"}; }

std::string language_words(std::string_view language) { return language == "cy" ? "Welsh" : "English"; }

std::string version_words(int version) {
    return version == 0 ? "as shipped" : "version " + std::to_string(version);
}

/// The letter as it would read; fields stand in brackets.
Html preview(std::string_view language, std::string_view subject, std::string_view body,
             std::vector<std::string> const& fields) {
    content::MarkdownOptions options;
    options.language = language == "cy" ? http::Language::welsh : http::Language::english;
    options.lower_headings_by = 2;
    for (auto const& name : fields) options.fields[name] = "[" + name + "]";
    Html letter = html::h3(subject);
    letter << content::markdown(body, options);
    return html::div("ds-letter", letter);
}

Html side(WordingView const& view, Wording const* wording, std::string_view language) {
    Html out = html::h2(language_words(language));
    auto const address = "/admin/wording/" + view.code + "/" + std::string(language);
    if (!wording) {
        out << html::p("There are no Welsh words: the English ones are used, and say so.")
            << govuk::button({.text = "Write it in Welsh", .href = address});
        return html::div("govuk-grid-column-one-half", out);
    }
    out << html::p("In use: " + version_words(wording->version));
    out << preview(language, wording->subject, wording->body, view.fields);
    out << govuk::button({.text = "Change the " + language_words(language),
                          .href = address,
                          .classes = "govuk-button--secondary"});
    return html::div("govuk-grid-column-one-half", out);
}

Html versions_table(WordingView const& view) {
    govuk::Table table{.rows = {},
                       .head = {{.text = "Version"}, {.text = "Language"}, {.text = "In use from"}},
                       .caption = "Versions",
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true};
    for (auto const& wording : view.versions)
        table.rows.push_back(
            {{.text = wording.version == 0 ? "As shipped" : "Version " + std::to_string(wording.version)},
             {.text = language_words(wording.language)},
             {.text = wording.version == 0 ? "The start" : date_words(wording.in_use_from)}});
    return govuk::table_wrap({.table = table, .label = ""});
}

struct TypedWording {
    std::string subject;
    std::string body;
    Date from;
};

forms::Form<TypedWording> const& wording_form() {
    static auto const form = forms::form<TypedWording>(
        "wording",
        forms::text_field(&TypedWording::subject, {.name = "subject", .label = "Heading"},
                          {forms::required("Enter a heading"),
                           forms::at_most(200, "The heading must be 200 characters or fewer")}),
        forms::textarea_field(&TypedWording::body,
                              {.name = "body",
                               .label = "Words",
                               .hint = "Leave an empty line between paragraphs. ## begins a heading",
                               .rows = 20},
                              {forms::required("Enter the words"),
                               forms::at_most(20'000, "The words must be 20,000 characters or fewer")}),
        forms::date_field(&TypedWording::from,
                          {.name = "from", .label = "In use from", .hint = "Today or later"},
                          {forms::required("Enter the first day it is used")}));
    return form;
}

http::Response change_page(Visit& visit, WordingView const& view, std::string const& language,
                           http::Pairs const& typed, std::vector<Problem> problems, bool shows_preview) {
    auto const address = "/admin/wording/" + view.code;
    auto const title = "Change the " + language_words(language) + " words";
    auto const shapes = wording_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1(title);
    std::string names;
    for (auto const& name : view.fields) names += (names.empty() ? "{{" : ", {{") + name + "}}";
    body << govuk::details({.summary_text = "Fields you can use", .text = names});
    if (language == "cy")
        body << govuk::details({.summary_text = "The English words",
                                .html = preview("en", view.english.subject, view.english.body, view.fields)});
    if (shows_preview)
        body << html::h2("Preview")
             << preview(language, typed.value("subject"), typed.value("body"), view.fields);
    Html fields = forms::render_fields(shapes, {.typed = typed, .problems = problems});
    Html buttons = govuk::button({.text = "Publish", .prevent_double_click = true});
    buttons << govuk::button(
        {.text = "Preview", .name = "preview", .value = "yes", .classes = "govuk-button--secondary"});
    buttons << html::a(address, "Cancel");
    fields << html::div("govuk-button-group", buttons);
    body << visit.form(address + "/" + language, fields);
    auto page = admin_page_below(visit, Section::wording, wording_crumb(), title, body);
    page.breadcrumbs.push_back({view.english.subject, address});
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

template <class Show>
http::Response with_language(Visit& visit, Show&& show) {
    auto const view = usecases::wording::view_wording(visit.context, visit.request.parameter("code"));
    if (!view) return visit.refused(view.error());
    std::string const language(visit.request.parameter("language"));
    if (language != "en" && language != "cy")
        return visit.refused(
            Refusal(RefusalKind::not_found, "language-unknown", "There are no words in this language"));
    return show(*view, language);
}

}  // namespace

http::Response show_wordings(Visit& visit) {
    auto const list = usecases::wording::list_wordings(visit.context);
    if (!list) return visit.refused(list.error());
    Html body = html::h1("Wording");
    body << html::p("Letters that go out in your name, in English and Welsh.");
    govuk::Table table{.rows = {},
                       .head = {{.text = "Letter"}, {.text = "English"}, {.text = "Welsh"}},
                       .caption = "Letters",
                       .caption_classes = "govuk-visually-hidden",
                       .first_cell_is_header = true};
    for (auto const& row : *list) {
        Html welsh = row.welsh_version < 0 ? govuk::tag({.text = "Missing", .classes = "govuk-tag--orange"})
                                           : Html::text(version_words(row.welsh_version));
        table.rows.push_back({{.html = html::a("/admin/wording/" + row.code, row.title)},
                              {.text = version_words(row.english_version)},
                              {.html = welsh}});
    }
    body << govuk::table_wrap({.table = table, .label = ""});
    return visit.page(admin_page(visit, Section::wording, "Wording", body));
}

http::Response show_wording(Visit& visit) {
    auto const view = usecases::wording::view_wording(visit.context, visit.request.parameter("code"));
    if (!view) return visit.refused(view.error());
    Html both = side(*view, &view->english, "en");
    both << side(*view, view->welsh ? &*view->welsh : nullptr, "cy");
    Html body = html::h1(view->english.subject);
    body << html::div("govuk-grid-row", both) << versions_table(*view);
    return visit.page(
        admin_page_below(visit, Section::wording, wording_crumb(), view->english.subject, body));
}

http::Response show_change_wording(Visit& visit) {
    return with_language(visit, [&](WordingView const& view, std::string const& language) {
        auto const& now = language == "cy" && view.welsh ? *view.welsh : view.english;
        bool const is_there = now.language == language;
        TypedWording const typed{.subject = is_there ? now.subject : "",
                                 .body = is_there ? now.body : "",
                                 .from = visit.context.today};
        return change_page(visit, view, language, forms::fill(wording_form(), typed), {}, false);
    });
}

http::Response post_change_wording(Visit& visit) {
    return with_language(visit, [&](WordingView const& view, std::string const& language) {
        auto parsed = visit.parse(wording_form());
        if (!parsed.ok())
            return change_page(visit, view, language, parsed.typed, std::move(parsed.problems), false);
        if (visit.request.form.get("preview"))
            return change_page(visit, view, language, parsed.typed,
                               usecases::wording::problems_with_wording(view, parsed.input.body), true);
        auto const published =
            usecases::wording::publish_wording(visit.context, {.code = view.code,
                                                               .language = language,
                                                               .subject = parsed.input.subject,
                                                               .body = parsed.input.body,
                                                               .in_use_from = parsed.input.from});
        if (published) return visit.done("/admin/wording/" + view.code, "The words are published.");
        return refused_form(visit, published.error(), [&](std::vector<Problem> problems) {
            return change_page(visit, view, language, parsed.typed, std::move(problems), false);
        });
    });
}

}  // namespace doorstep::pages::admin
