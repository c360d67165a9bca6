#include "pages/admin/settings_pages.h"

#include <fmt/format.h>

#include "domain/site/colour.h"
#include "govuk/inset_text.h"
#include "html/elements.h"
#include "pages/admin/admin_page.h"
#include "usecases/site/change_site.h"

namespace doorstep::pages::admin {
namespace {

using forms::required;
using usecases::site::SiteDetails;

forms::Form<SiteDetails> const& look_form() {
    static auto const form = forms::form<SiteDetails>(
        "site",
        forms::text_field(&SiteDetails::landlord_name,
                          {.name = "landlord-name", .label = "Name of the landlord"},
                          {required("Enter the name of the landlord"),
                           forms::at_most(120, "The name must be 120 characters or fewer")}),
        forms::text_field(&SiteDetails::team_name, {.name = "team-name", .label = "Name of the team"},
                          {required("Enter the name of the team")}),
        forms::text_field(&SiteDetails::telephone,
                          {.name = "telephone", .label = "Telephone", .classes = "govuk-input--width-20"}),
        forms::text_field(
            &SiteDetails::telephone_hours,
            {.name = "hours", .label = "Hours", .hint = "For example, Monday to Friday, 9am to 5pm"}),
        forms::text_field(
            &SiteDetails::email,
            {.name = "email", .label = "E-mail address", .input_type = "email", .spellcheck = false}),
        forms::textarea_field(&SiteDetails::postal_address,
                              {.name = "postal-address", .label = "Postal address", .rows = 4}),
        forms::text_field(
            &SiteDetails::web_address,
            {.name = "web-address",
             .label = "Web address",
             .hint = "Where residents reach this site, such as https://asb.example.org. While it is empty no "
                     "letter carries a link",
             .spellcheck = false}),
        forms::text_field(&SiteDetails::brand_colour,
                          {.name = "brand-colour",
                           .label = "Colour",
                           .hint = "Behind white words: # and six figures or letters, such as #0b4f4a",
                           .classes = "govuk-input--width-10",
                           .spellcheck = false},
                          {required("Enter a colour")}),
        forms::text_field(&SiteDetails::exit_page,
                          {.name = "exit-page",
                           .label = "Where “Exit this page” goes",
                           .hint = "A page that nobody minds being seen on, such as the weather",
                           .spellcheck = false},
                          {required("Enter an address")}),
        forms::text_field(&SiteDetails::homes, {.name = "homes",
                                                .label = "Homes owned or managed",
                                                .hint = "For rates per 1,000 homes. 0 when not known",
                                                .classes = "govuk-input--width-10",
                                                .input_mode = "numeric"}),
        forms::radios_field(&SiteDetails::division,
                            {.name = "division",
                             .label = "Whose bank holidays are no working days?",
                             .hint = "Working days are counted by these from the moment it is saved"},
                            {required("Select whose bank holidays count")}),
        forms::select_field(&SiteDetails::body,
                            {.name = "body",
                             .label = "What is the landlord in law?",
                             .hint = "Decides which powers are its own, and which it has to ask others for"},
                            {required("Select what the landlord is in law")}));
    return form;
}

forms::Choices look_choices(Visit& visit) {
    forms::Choices choices;
    for (auto const& [code, title] : usecases::site::landlord_bodies(visit.context.settings()))
        choices["body"].push_back({.value = code, .text = title});
    return choices;
}

/// What the colour that is typed gives; nothing when it is none.
Html contrast_result(std::string_view colour) {
    auto const contrast = domain::site::contrast_with_white(colour);
    if (!contrast) return {};
    bool const is_enough = *contrast >= domain::site::least_contrast;
    return govuk::inset_text(
        {.text = fmt::format("{}: white words on it have a contrast of {:.1f} to 1. {}", colour, *contrast,
                             is_enough ? "That can be read." : "That is too low: 4.5 is needed.")});
}

http::Response look_page(Visit& visit, http::Pairs const& typed, std::vector<Problem> problems) {
    auto const shapes = look_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Look and contact");
    body << html::p("Residents see these on every page and in every letter.");
    Html fields =
        forms::render_fields(shapes, {.typed = typed, .problems = problems, .choices = look_choices(visit)});
    fields << contrast_result(typed.value("brand-colour")) << forms::buttons("Save", "/admin");
    body << visit.form("/admin/site", fields);
    auto page = admin_page(visit, Section::look, "Look and contact", body);
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

}  // namespace

http::Response show_look(Visit& visit) {
    auto const site = usecases::site::view_site(visit.context);
    if (!site) return visit.refused(site.error());
    return look_page(visit, forms::fill(look_form(), *site), {});
}

http::Response post_look(Visit& visit) {
    auto parsed = visit.parse(look_form(), look_choices(visit));
    if (!parsed.ok()) return look_page(visit, parsed.typed, std::move(parsed.problems));
    auto const changed = usecases::site::change_site(visit.context, parsed.input);
    if (changed) return visit.done("/admin/site", "The changes are saved.");
    return refused_form(visit, changed.error(), [&](std::vector<Problem> problems) {
        return look_page(visit, parsed.typed, std::move(problems));
    });
}

}  // namespace doorstep::pages::admin
