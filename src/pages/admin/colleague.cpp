#include "pages/admin/colleague.h"

#include "base/digits.h"
#include "base/text.h"
#include "govuk/button.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/admin/admin_page.h"
#include "pages/errors/error_pages.h"
#include "usecases/accounts/look_after.h"
#include "usecases/accounts/qualifications.h"

namespace doorstep::pages::admin {
namespace {

using domain::accounts::Account;
using domain::accounts::Qualification;
using domain::accounts::QualificationState;
using usecases::accounts::LookAfter;
using usecases::accounts::LookedAfter;
using usecases::accounts::SaveQualification;

std::string colleague_address(Account const& account) {
    return "/admin/accounts/" + std::string(account.id.text());
}

Page colleague_page(Visit& visit, Account const& account, std::string title, Html const& body) {
    auto page =
        admin_page_below(visit, Section::accounts, {"Accounts", "/admin/accounts"}, std::move(title), body);
    page.breadcrumbs.push_back({account.name, colleague_address(account)});
    return page;
}

template <class Show>
http::Response with_colleague(Visit& visit, Show&& show) {
    auto const id = AccountId::parse(visit.request.parameter("id"));
    if (!id) return page_not_found(visit);
    auto const view = usecases::accounts::view_account(visit.context, *id);
    if (!view) return visit.refused(view.error());
    return show(view->account);
}

std::string theirs(std::vector<LookedAfter::Place> const& places) {
    std::vector<std::string> names;
    for (auto const& place : places)
        if (place.is_theirs) names.push_back(place.name);
    return text::join(names, ", ");
}

forms::Form<LookAfter> const& look_after_form() {
    static auto const form = forms::form<LookAfter>(
        "look-after",
        forms::checkboxes_field(&LookAfter::patches, {.name = "patches",
                                                      .label = "Patches, as housing officer",
                                                      .hint = "What a colleague has now becomes theirs",
                                                      .small_choices = true}),
        forms::checkboxes_field(&LookAfter::areas, {.name = "areas",
                                                    .label = "Areas, as ASB officer",
                                                    .hint = "New cases there are suggested to them",
                                                    .small_choices = true}));
    return form;
}

forms::Choices place_choices(LookedAfter const& view) {
    forms::Choices choices;
    auto const add = [&](char const* field, std::vector<LookedAfter::Place> const& places) {
        for (auto const& place : places)
            choices[field].push_back(
                {.value = place.id,
                 .text = place.name,
                 .hint = place.is_theirs || place.officer.empty() ? "" : "Now: " + place.officer});
    };
    add("patches", view.patches);
    add("areas", view.areas);
    return choices;
}

http::Response look_after_page(Visit& visit, Account const& account, LookedAfter const& view,
                               http::Pairs typed, std::vector<Problem> const& problems) {
    auto const shapes = look_after_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Places they look after");
    body << html::p(
        "Residents are told who their officer is. Cases that are open keep theirs until they are handed "
        "over.");
    if (view.patches.empty() && view.areas.empty())
        body << html::p("No patches or areas are loaded yet. They come with the addresses.");
    Html fields = forms::render_fields(
        shapes, {.typed = std::move(typed), .problems = problems, .choices = place_choices(view)});
    fields << forms::buttons("Save places", colleague_address(account));
    body << visit.form(colleague_address(account) + "/places", fields);
    auto page = colleague_page(visit, account, "Places they look after", body);
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

forms::Form<SaveQualification> const& qualification_form() {
    static auto const form = forms::form<SaveQualification>(
        "qualification",
        forms::text_field(&SaveQualification::title,
                          {.name = "title",
                           .label = "What is it?",
                           .hint = "A certificate, a course or the project the role asks for"},
                          {forms::required("Enter what the qualification is called"),
                           forms::at_most(200, "What it is must be 200 characters or fewer")}),
        forms::text_field(&SaveQualification::awarded_by,
                          {.name = "awarded-by", .label = "Who awards it?", .optional = true},
                          {forms::at_most(200, "Who awards it must be 200 characters or fewer")}),
        forms::radios_field(&SaveQualification::state, {.name = "state", .label = "How does it stand?"},
                            {forms::required("Select how it stands")}),
        forms::date_field(&SaveQualification::held_from, {.name = "held-from",
                                                          .label = "From which day do they hold it?",
                                                          .hint = "For example, 27 3 2026",
                                                          .optional = true}),
        forms::date_field(&SaveQualification::expires_on, {.name = "expires-on",
                                                           .label = "Until which day?",
                                                           .hint = "Leave empty when it does not expire",
                                                           .optional = true}),
        forms::text_field(
            &SaveQualification::evidence,
            {.name = "evidence", .label = "Where can the proof be seen?", .optional = true},
            {forms::at_most(300, "Where the proof can be seen must be 300 characters or fewer")}));
    return form;
}

std::string qualification_address(Account const& account, Qualification const* one) {
    return colleague_address(account) + "/qualifications/" + (one ? one->id : "new");
}

http::Response qualification_page(Visit& visit, Account const& account, Qualification const* one,
                                  http::Pairs typed, std::vector<Problem> const& problems) {
    auto const shapes = qualification_form().shapes();
    std::string const title = one ? "Change a qualification" : "Add a qualification";
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1(title);
    Html fields = forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems});
    fields << forms::buttons("Save qualification", colleague_address(account));
    http::Pairs hidden;
    if (one) hidden.set("version", std::to_string(one->version));
    body << visit.form(qualification_address(account, one), fields, std::move(hidden));
    auto page = colleague_page(visit, account, title, body);
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

/// The one the address names; nothing for a new one. False when there is no such.
template <class Show>
http::Response with_qualification(Visit& visit, Show&& show) {
    return with_colleague(visit, [&](Account const& account) {
        auto const asked = std::string(visit.request.parameters.value("qualification"));
        if (asked.empty()) return show(account, nullptr);
        auto const all = usecases::accounts::qualifications_of(visit.context, account.id);
        for (auto const& one : all)
            if (one.id == asked) return show(account, &one);
        return page_not_found(visit);
    });
}

}  // namespace

Html colleague_facts(Visit& visit, Account const& account) {
    auto const view = usecases::accounts::looked_after(visit.context, account.id);
    auto const patches = theirs(view.patches);
    auto const areas = theirs(view.areas);
    auto const address = colleague_address(account);
    Html body = html::h2("Places");
    body << html::p(patches.empty() ? "No patch as housing officer." : "Patches: " + patches + ".")
         << html::p(areas.empty() ? "No area as ASB officer." : "Areas: " + areas + ".")
         << html::p(html::a(address + "/places", "Change places"));
    body << html::h2("Qualifications");
    auto const all = usecases::accounts::qualifications_of(visit.context, account.id);
    if (all.empty()) {
        body << html::p("None are recorded.");
    } else {
        govuk::Table table{.rows = {},
                           .head = {{.text = "Qualification"},
                                    {.text = "State"},
                                    {.text = "From"},
                                    {.text = "Until"},
                                    {.text = "Proof"}},
                           .caption = "Qualifications",
                           .caption_classes = "govuk-visually-hidden",
                           .first_cell_is_header = true};
        for (auto const& one : all) {
            Html title = html::div("ds-line", html::a(qualification_address(account, &one), one.title));
            if (!one.awarded_by.empty())
                title << html::div("ds-line ds-line--second", Html::text(one.awarded_by));
            bool const is_over = one.expires_on && *one.expires_on < visit.context.today;
            auto const state = is_over ? QualificationState::lapsed : one.state;
            table.rows.push_back({{.html = title},
                                  {.text = std::string(words_of(state))},
                                  {.text = one.held_from ? date_words(*one.held_from) : ""},
                                  {.text = one.expires_on ? date_words(*one.expires_on) : ""},
                                  {.text = one.evidence}});
        }
        body << govuk::table_wrap({.table = table, .label = ""});
    }
    body << html::p(html::a(address + "/qualifications/new", "Add a qualification"));
    return body;
}

http::Response show_look_after(Visit& visit) {
    return with_colleague(visit, [&](Account const& account) {
        auto const view = usecases::accounts::looked_after(visit.context, account.id);
        http::Pairs typed;
        for (auto const& place : view.patches)
            if (place.is_theirs) typed.add("patches", place.id);
        for (auto const& place : view.areas)
            if (place.is_theirs) typed.add("areas", place.id);
        return look_after_page(visit, account, view, std::move(typed), {});
    });
}

http::Response post_look_after(Visit& visit) {
    return with_colleague(visit, [&](Account const& account) {
        auto const view = usecases::accounts::looked_after(visit.context, account.id);
        auto parsed = visit.parse(look_after_form(), place_choices(view));
        if (!parsed.ok())
            return look_after_page(visit, account, view, std::move(parsed.typed), parsed.problems);
        parsed.input.account = account.id;
        auto const saved = usecases::accounts::look_after(visit.context, parsed.input);
        if (saved)
            return visit.done(colleague_address(account),
                              "The places " + account.name + " looks after are saved.");
        return refused_form(visit, saved.error(), [&](std::vector<Problem> problems) {
            return look_after_page(visit, account, view, std::move(parsed.typed), problems);
        });
    });
}

http::Response show_qualification(Visit& visit) {
    return with_qualification(visit, [&](Account const& account, Qualification const* one) {
        http::Pairs typed;
        if (one) {
            SaveQualification stored;
            stored.title = one->title;
            stored.awarded_by = one->awarded_by;
            stored.state = one->state;
            stored.held_from = one->held_from;
            stored.expires_on = one->expires_on;
            stored.evidence = one->evidence;
            typed = forms::fill(qualification_form(), stored);
        }
        return qualification_page(visit, account, one, std::move(typed), {});
    });
}

http::Response post_qualification(Visit& visit) {
    return with_qualification(visit, [&](Account const& account, Qualification const* one) {
        auto parsed = visit.parse(qualification_form());
        if (!parsed.ok())
            return qualification_page(visit, account, one, std::move(parsed.typed), parsed.problems);
        parsed.input.account = account.id;
        if (one) {
            parsed.input.id = one->id;
            parsed.input.version = digits(visit.request.form.value("version")).value_or(0);
        }
        auto const saved = usecases::accounts::save_qualification(visit.context, parsed.input);
        if (saved) return visit.done(colleague_address(account), "The qualification is saved.");
        if (saved.error().code() == "changed-meanwhile")
            return qualification_page(visit, account, one, std::move(parsed.typed),
                                      problems_of(saved.error()));
        return refused_form(visit, saved.error(), [&](std::vector<Problem> problems) {
            return qualification_page(visit, account, one, std::move(parsed.typed), problems);
        });
    });
}

}  // namespace doorstep::pages::admin
