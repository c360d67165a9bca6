#include "pages/accounts/interrupted_form.h"

#include "base/text.h"
#include "base/uuid.h"
#include "govuk/button.h"
#include "govuk/file_upload.h"
#include "govuk/inset_text.h"
#include "govuk/summary_list.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/errors/error_pages.h"
#include "pages/menu.h"
#include "usecases/accounts/interrupted_forms.h"

namespace doorstep::pages::accounts {
namespace {

using usecases::accounts::InterruptedForm;

std::string_view browser_of(Visit const& visit) { return visit.request.cookies.value("visitor"); }

/// "made-on" is "Made on": the form's own label is not known here.
std::string words_of_name(std::string_view name) {
    std::string words(name);
    for (auto& c : words)
        if (c == '-' || c == '_') c = ' ';
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') words.front() -= 32;
    return words;
}

/// What a person did not type: versions, ids.
bool is_for_the_program(std::string_view name, std::string_view value) {
    return name == "version" || name == "next" || Uuid::parse(value).has_value();
}

/// The three boxes of a date are one line; empty fields are left out.
Html what_was_typed(InterruptedForm const& form) {
    govuk::SummaryList list;
    auto const value_of = [&](std::string const& name) {
        for (auto const& [other, value] : form.fields)
            if (other == name) return value;
        return std::string();
    };
    auto const add = [&](std::string_view name, std::string_view value) {
        list.rows.push_back(
            {.key = {.text = words_of_name(name)}, .value = {.html = html::typed_text(value)}});
    };
    for (auto const& [name, value] : form.fields) {
        if (value.empty() || is_for_the_program(name, value)) continue;
        if (name.ends_with("-month") || name.ends_with("-year")) continue;
        if (name.ends_with("-day")) {
            auto const date = name.substr(0, name.size() - 4);
            add(date, value + " " + value_of(date + "-month") + " " + value_of(date + "-year"));
        } else {
            add(name, value);
        }
    }
    return list.rows.empty() ? Html() : govuk::summary_list(list);
}

Html send_again(Visit& visit, InterruptedForm const& form, std::string const& id) {
    http::Pairs hidden;
    for (auto const& [name, value] : form.fields) hidden.add(name, value);
    hidden.set(std::string(usecases::accounts::interrupted_form_field), id);
    Html content;
    for (auto const& field : form.file_fields)
        content << govuk::file_upload(
            {.id = field,
             .name = field,
             .multiple = true,
             .label = {.text = "Choose the files again", .classes = "govuk-label--s"}});
    content << govuk::button({.text = "Send it again", .prevent_double_click = true});
    return visit.form(form.target, content, std::move(hidden), form.takes_files);
}

}  // namespace

http::Response show_interrupted_form(Visit& visit) {
    auto const id = DraftId::parse(visit.request.parameter("id"));
    auto const form =
        id ? usecases::accounts::find_interrupted_form(visit.context, *id, browser_of(visit)) : std::nullopt;
    if (!form) return page_not_found(visit);
    auto const id_text = std::string(id->text());
    Html body = html::h1("You were signed out while working");
    body << govuk::inset_text(
        {.text = "We kept what you had typed at " + london_time(form->sent_at).words() +
                 ", when your time was up. It has not been sent yet: check it, then send it again."});
    body << html::h2("What you typed") << what_was_typed(*form);
    if (!form->file_fields.empty())
        body << govuk::warning_text({.text = "Files are not kept. Choose them again before you send it."});
    body << send_again(visit, *form, id_text);
    body << visit.form("/staff/interrupted-forms/" + id_text + "/remove",
                       govuk::button({.text = "Throw it away", .classes = "govuk-button--secondary"}));
    Page page;
    page.title = "You were signed out while working";
    page.body = html::two_thirds(body);
    return visit.page(std::move(page));
}

http::Response post_remove_interrupted_form(Visit& visit) {
    if (auto const id = DraftId::parse(visit.request.parameter("id")))
        usecases::accounts::forget_interrupted_form(visit.context, *id, browser_of(visit));
    return visit.done(home_for(visit.context.viewer), "What you had typed is thrown away.");
}

}  // namespace doorstep::pages::accounts
