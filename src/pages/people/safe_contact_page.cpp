#include <algorithm>

#include "pages/cases/edit_form.h"
#include "pages/people/person_facts.h"
#include "pages/people/person_forms.h"
#include "usecases/people/change_safe_contact.h"

namespace doorstep::pages::people {

using domain::people::SafeContact;
using forms::at_most;
using forms::required;
using usecases::people::PeopleView;
using usecases::people::Purpose;

namespace {

/// The ways as boxes to tick.
struct SafeContactTyped {
    std::vector<std::string> ways;
    std::string telephone;
    std::string email;
    std::string best_times;
    std::string someone_else;
    std::string name_to_use;
    std::string language = "en";
    std::string interpreter;
    bool sign_language = false;
    bool large_print = false;
    std::string adjustments;
    std::optional<Date> agreed_on;
};

forms::Form<SafeContactTyped> const& safe_contact_form() {
    static auto const form = forms::form<SafeContactTyped>(
        "safe-contact",
        forms::checkboxes_field(&SafeContactTyped::ways,
                                {.name = "ways",
                                 .label = "Which ways are safe?",
                                 .hint = "Only what they said. A way that is not ticked is never used",
                                 .choices = {{.value = "telephone", .text = "Telephone calls"},
                                             {.value = "voicemail", .text = "Voicemail messages"},
                                             {.value = "text", .text = "Text messages"},
                                             {.value = "email", .text = "E-mail"},
                                             {.value = "letter", .text = "Letters"},
                                             {.value = "visit", .text = "Visits"},
                                             {.value = "will-contact-us",
                                              .text = "None of these: they will contact us",
                                              .divider_before = "or"}}},
                                {required("Select at least one safe way, or that they will contact us")}),
        forms::text_field(&SafeContactTyped::telephone,
                          {.name = "telephone",
                           .label = "Safe telephone number",
                           .classes = "govuk-input--width-20",
                           .input_type = "tel",
                           .optional = true},
                          {at_most(50, "Telephone number must be 50 characters or fewer")}),
        forms::text_field(&SafeContactTyped::email,
                          {.name = "email",
                           .label = "Safe e-mail address",
                           .input_type = "email",
                           .spellcheck = false,
                           .optional = true},
                          {at_most(254, "E-mail address must be 254 characters or fewer")}),
        forms::text_field(&SafeContactTyped::best_times,
                          {.name = "best-times",
                           .label = "When is it safe?",
                           .hint = "For example, weekdays before 3pm",
                           .optional = true},
                          {at_most(200, "Times must be 200 characters or fewer")}),
        forms::text_field(
            &SafeContactTyped::someone_else,
            {.name = "someone-else", .label = "Who else may answer, or speak for them?", .optional = true},
            {at_most(200, "Names must be 200 characters or fewer")}),
        forms::text_field(&SafeContactTyped::name_to_use,
                          {.name = "name-to-use", .label = "What name do we use?", .optional = true},
                          {at_most(200, "Name must be 200 characters or fewer")}),
        forms::radios_field(
            &SafeContactTyped::language,
            {.name = "language",
             .label = "In which language do we write?",
             .choices = {{.value = "en", .text = "English"}, {.value = "cy", .text = "Welsh"}},
             .inline_choices = true},
            {required("Select the language we write in")}),
        forms::text_field(
            &SafeContactTyped::interpreter,
            {.name = "interpreter", .label = "Interpreter into which language?", .optional = true},
            {at_most(100, "Language must be 100 characters or fewer")}),
        forms::tick_field(&SafeContactTyped::sign_language,
                          {.name = "sign-language", .label = "British Sign Language"}),
        forms::tick_field(&SafeContactTyped::large_print, {.name = "large-print", .label = "Large print"}),
        forms::textarea_field(&SafeContactTyped::adjustments,
                              {.name = "adjustments",
                               .label = "What else makes it easier for them?",
                               .rows = 3,
                               .optional = true},
                              {at_most(1000, "Adjustments must be 1,000 characters or fewer")}),
        forms::date_field(&SafeContactTyped::agreed_on,
                          {.name = "agreed-on",
                           .label = "When did they tell us?",
                           .hint = "For example, 27 3 2026",
                           .recent_days = true},
                          {required("Enter the date they told us"),
                           forms::not_in_future("Date they told us must be today or in the past")}));
    return form;
}

SafeContactTyped typed_of(std::optional<SafeContact> const& safe, Date today) {
    SafeContactTyped typed;
    typed.agreed_on = today;
    if (!safe) return typed;
    auto const way = [&](bool allowed, char const* name) {
        if (allowed) typed.ways.emplace_back(name);
    };
    way(safe->telephone_allowed, "telephone");
    way(safe->voicemail_allowed, "voicemail");
    way(safe->text_allowed, "text");
    way(safe->email_allowed, "email");
    way(safe->letter_allowed, "letter");
    way(safe->visit_allowed, "visit");
    way(safe->will_contact_us, "will-contact-us");
    typed.telephone = safe->telephone;
    typed.email = safe->email;
    typed.best_times = safe->best_times;
    typed.someone_else = safe->someone_else;
    typed.name_to_use = safe->name_to_use;
    typed.language = safe->language;
    typed.interpreter = safe->interpreter;
    typed.sign_language = safe->sign_language;
    typed.large_print = safe->large_print;
    typed.adjustments = safe->adjustments;
    return typed;
}

SafeContact safe_contact_of(SafeContactTyped const& typed) {
    auto const has = [&](std::string_view name) {
        return std::find(typed.ways.begin(), typed.ways.end(), name) != typed.ways.end();
    };
    return {.telephone = typed.telephone,
            .telephone_allowed = has("telephone"),
            .voicemail_allowed = has("voicemail"),
            .text_allowed = has("text"),
            .email = typed.email,
            .email_allowed = has("email"),
            .letter_allowed = has("letter"),
            .visit_allowed = has("visit"),
            .will_contact_us = has("will-contact-us"),
            .best_times = typed.best_times,
            .someone_else = typed.someone_else,
            .name_to_use = typed.name_to_use,
            .language = typed.language,
            .interpreter = typed.interpreter,
            .sign_language = typed.sign_language,
            .large_print = typed.large_print,
            .adjustments = typed.adjustments,
            .agreed_on = *typed.agreed_on};
}

cases::EditForm<SafeContactTyped> safe_contact_edit(Visit& visit, PeopleView const& view) {
    auto const& person = view.people.front();
    auto const address = person_address(view.header.reference, person.part.id);
    return {.form = safe_contact_form(),
            .stored = typed_of(person.safe_contact, visit.context.today),
            .version = std::to_string(person.part.version),
            .page = {.reference = view.header.reference,
                     .title = "Safe contact and adjustments",
                     .action = address + "/safe-contact",
                     .cancel_href = address},
            .saved_words = "Safe contact saved. What was agreed before stays on file.",
            .save =
                [&visit, reference = view.header.reference, id = person.part.id](SafeContactTyped& typed,
                                                                                 std::string const& version) {
                    return usecases::people::change_safe_contact(visit.context,
                                                                 {.reference = reference,
                                                                  .id = id,
                                                                  .version = cases::version_number(version),
                                                                  .safe_contact = safe_contact_of(typed)});
                },
            .who_and_when =
                [&visit, file = view.header.id, id = person.part.id] {
                    return usecases::cases::last_saved_words(visit.context, file, id.text(),
                                                             {"safe-contact-changed"});
                }};
}

}  // namespace

http::Response show_safe_contact(Visit& visit) {
    auto const view = usecases::people::view_person(visit.context, visit.request.parameter("reference"),
                                                    visit.request.parameter("person"), Purpose::change);
    if (!view) return visit.refused(view.error());
    return cases::show_edit_form(visit, safe_contact_edit(visit, *view));
}

http::Response post_safe_contact(Visit& visit) {
    auto const view = usecases::people::view_person(visit.context, visit.request.parameter("reference"),
                                                    visit.request.parameter("person"), Purpose::change);
    if (!view) return visit.refused(view.error());
    return cases::post_edit_form(visit, safe_contact_edit(visit, *view));
}

}  // namespace doorstep::pages::people
