#pragma once

#include <functional>
#include <string>

#include "pages/cases/case_form.h"
#include "pages/conflicts/two_versions.h"

/// A form that edits a record of a case, kept safe from two people at once (E4): what both made of it side by
/// side, and nothing typed is lost. The pages that edit say only what is theirs.
namespace doorstep::pages::cases {

template <class Input>
struct EditForm {
    forms::Form<Input> const& form;
    Input stored;         ///< the record as it stands
    std::string version;  ///< of the record as it stands, in the words `save` understands
    CaseForm page;        ///< `hidden` is filled in here
    std::string saved_words;
    /// Refuses with "changed-meanwhile" when the record is not the one of this version.
    std::function<Expected<Done>(Input&, std::string const& version)> save;
    std::function<std::string()> who_and_when;
};

template <class Input>
http::Response show_edit_form(Visit& visit, EditForm<Input> edit) {
    auto const shapes = edit.form.shapes();
    auto filled = forms::fill(edit.form, edit.stored);
    edit.page.hidden.set("version", edit.version);
    conflicts::remember(edit.page.hidden, shapes, filled);
    return case_form_page(visit, std::move(edit.page), shapes, std::move(filled), {});
}

template <class Input>
http::Response post_edit_form(Visit& visit, EditForm<Input> edit) {
    auto const shapes = edit.form.shapes();
    auto const theirs = forms::fill(edit.form, edit.stored);
    auto const two_versions = [&](std::vector<Problem> problems) {
        return conflicts::page(visit, form_page({.reference = edit.page.reference, .title = {}, .body = {}}),
                               shapes,
                               {.action = edit.page.action,
                                .cancel_href = edit.page.cancel_href,
                                .form = visit.request.form,
                                .theirs = theirs,
                                .version = edit.version,
                                .who_and_when = edit.who_and_when ? edit.who_and_when() : std::string(),
                                .choices = edit.page.choices,
                                .problems = std::move(problems)});
    };
    auto const again = [&](http::Pairs typed, std::vector<Problem> const& problems) {
        edit.page.hidden.set("version", std::string(visit.request.form.value("version")));
        for (auto const& [name, value] : visit.request.form)
            if (name.starts_with("was-")) edit.page.hidden.add(name, value);
        return case_form_page(visit, std::move(edit.page), shapes, std::move(typed), problems);
    };

    auto sent = conflicts::sent(shapes, visit.request.form);
    if (!sent.problems.empty()) return two_versions(std::move(sent.problems));
    auto parsed =
        forms::parse(edit.form, sent.typed, {.today = visit.context.today, .choices = edit.page.choices});
    if (!parsed.ok()) return again(std::move(parsed.typed), parsed.problems);
    // When only something that is not on this form was saved meanwhile there is nothing to choose between.
    auto version = std::string(visit.request.form.value("version"));
    if (version != edit.version && conflicts::is_as_opened(shapes, visit.request.form, theirs))
        version = edit.version;
    auto const saved = edit.save(parsed.input, version);
    if (saved) return visit.done(edit.page.cancel_href, edit.saved_words);
    if (saved.error().code() == "changed-meanwhile") return two_versions({});
    if (is_about_the_form(saved.error())) return again(std::move(parsed.typed), problems_of(saved.error()));
    return visit.refused(saved.error());
}

/// A version that is one number; 0 for anything else, which matches nothing.
std::int64_t version_number(std::string_view typed);

}  // namespace doorstep::pages::cases
