#include "base/text.h"
#include "govuk/inset_text.h"
#include "html/elements.h"
#include "pages/cases/case_form.h"
#include "pages/people/person_facts.h"
#include "pages/people/person_forms.h"
#include "usecases/messages/rights_letter.h"
#include "usecases/people/officers_told.h"
#include "usecases/people/tell_rights.h"

namespace doorstep::pages::people {

using forms::at_most;
using forms::required;
using usecases::messages::SendRights;
using usecases::people::PeopleView;
using usecases::people::Purpose;
using usecases::people::TellOfficers;
using usecases::people::TellRights;

namespace {

template <class Input>
forms::Field<Input> told_on_field() {
    return forms::date_field(&Input::told_on,
                             {.name = "told-on",
                              .label = "When were they told?",
                              .hint = "For example, 27 3 2026",
                              .recent_days = true},
                             {required("Enter the date they were told"),
                              forms::not_in_future("Date they were told must be today or in the past")});
}

template <class Input>
forms::Field<Input> told_how_field() {
    return forms::radios_field(&Input::how, {.name = "how", .label = "How were they told?"},
                               {required("Select how they were told")});
}

forms::Form<TellOfficers> const& officers_form() {
    static auto const form = forms::form<TellOfficers>("officers-told", told_on_field<TellOfficers>(),
                                                       told_how_field<TellOfficers>());
    return form;
}

forms::Form<TellRights> const& rights_form() {
    static auto const form = forms::form<TellRights>(
        "rights-told", told_on_field<TellRights>(), told_how_field<TellRights>(),
        forms::checkboxes_field(&TellRights::numbers, {.name = "numbers",
                                                       .label = "Which numbers were they given?",
                                                       .hint = "Select all that they were given"}),
        forms::text_field(&TellRights::crime_reference,
                          {.name = "crime-reference",
                           .label = "Crime reference from the police",
                           .classes = "govuk-input--width-20",
                           .spellcheck = false,
                           .optional = true},
                          {at_most(100, "Crime reference must be 100 characters or fewer")}));
    return form;
}

std::string with_telephone(std::string const& name, std::string const& telephone) {
    return telephone.empty() ? name : name + ", " + telephone;
}

cases::CaseForm officers_page(PeopleView const& view) {
    auto const& person = view.people.front();
    auto const address = person_address(view.header.reference, person.part.id);
    Html before;
    std::vector<Html> officers;
    if (!view.owner_name.empty())
        officers.push_back(
            Html::text("ASB officer: " + with_telephone(view.owner_name, view.owner_telephone)));
    if (!view.housing_officer_name.empty())
        officers.push_back(Html::text(
            "Housing officer: " + with_telephone(view.housing_officer_name, view.housing_officer_telephone)));
    if (!officers.empty())
        append(before,
               govuk::InsetText{.html = html::p("Tell " + person.name + ":") << html::list(officers)});
    if (!person.safe_words.empty()) before << html::p("Safe contact: " + person.safe_words);
    return {.reference = view.header.reference,
            .title = "Told who is dealing with the case",
            .action = address + "/officers",
            .cancel_href = address,
            .before = std::move(before)};
}

std::vector<forms::Choice> number_choices(Visit& visit) {
    std::vector<forms::Choice> choices;
    for (auto const& number : usecases::people::numbers_to_give(visit.context)) {
        auto hint = number.hours;
        if (!number.coverage.empty()) hint += (hint.empty() ? "" : ". ") + number.coverage;
        choices.push_back({.value = number.code,
                           .text = with_telephone(number.label, number.telephone),
                           .hint = std::move(hint)});
    }
    return choices;
}

cases::CaseForm rights_page(Visit& visit, PeopleView const& view) {
    auto const& person = view.people.front();
    auto const address = person_address(view.header.reference, person.part.id);
    auto const language = person.safe_contact ? person.safe_contact->language : std::string("en");
    cases::CaseForm form{.reference = view.header.reference,
                         .title = "Told about the Victims’ Code",
                         .action = address + "/rights",
                         .cancel_href = address};
    form.before << html::p(
        "People who have suffered a crime have rights under the Victims’ Code. Behaviour that is a crime "
        "counts, "
        "whether or not anybody told the police.");
    form.before << html::p("Wording in use: " + usecases::people::wording_words(visit.context, language) +
                           ".");
    if (!person.rights_on_their_way.empty())
        form.before << html::p("On its way: " + text::lower_ascii(person.rights_on_their_way) +
                               ". That they were told is written down once it has left.");
    form.before << html::p(html::a(address + "/rights-letter", "Send it by letter or e-mail instead"));
    form.choices["numbers"] = number_choices(visit);
    return form;
}

cases::CaseForm rights_letter_page(Visit& visit, PeopleView const& view) {
    auto const& person = view.people.front();
    auto const address = person_address(view.header.reference, person.part.id);
    auto const language = person.safe_contact ? person.safe_contact->language : std::string("en");
    cases::CaseForm form{.reference = view.header.reference,
                         .title = "Send the Victims’ Code notice",
                         .action = address + "/rights-letter",
                         .save_words = "Send it",
                         .cancel_href = address};
    form.before << html::p("Safe contact: " +
                           (person.safe_words.empty() ? "nobody has asked" : person.safe_words));
    form.before << html::p("Wording in use: " + usecases::people::wording_words(visit.context, language) +
                           ". That they were told, in which words and with which numbers, is written down "
                           "once it has left.");
    form.choices["numbers"] = number_choices(visit);
    return form;
}

/// The codes as they are sent; the person and the case come from the address.
forms::Form<SendRights> const& rights_letter_form() {
    static auto const form = forms::form<SendRights>(
        "rights-letter",
        forms::radios_field(
            &SendRights::channel,
            {.name = "channel",
             .label = "How does it go?",
             .choices = {{.value = "letter", .text = "Letter"}, {.value = "email", .text = "E-mail"}}},
            {required("Select letter or e-mail")}),
        forms::checkboxes_field(&SendRights::numbers,
                                {.name = "numbers",
                                 .label = "Which numbers does it give?",
                                 .hint = "Select all that could help them"},
                                {required("Select at least one number")}));
    return form;
}

}  // namespace

http::Response show_officers(Visit& visit) {
    auto const view = usecases::people::view_person(visit.context, visit.request.parameter("reference"),
                                                    visit.request.parameter("person"), Purpose::change);
    if (!view) return visit.refused(view.error());
    return cases::case_form_page(visit, officers_page(*view), officers_form().shapes(), {}, {});
}

http::Response post_officers(Visit& visit) {
    auto const view = usecases::people::view_person(visit.context, visit.request.parameter("reference"),
                                                    visit.request.parameter("person"), Purpose::change);
    if (!view) return visit.refused(view.error());
    auto const shapes = officers_form().shapes();
    auto parsed = visit.parse(officers_form());
    if (!parsed.ok())
        return cases::case_form_page(visit, officers_page(*view), shapes, std::move(parsed.typed),
                                     parsed.problems);
    parsed.input.reference = view->header.reference;
    parsed.input.person = view->people.front().part.id;
    auto const told = usecases::people::tell_officers(visit.context, parsed.input);
    if (told) return visit.done(person_address(view->header.reference, parsed.input.person), "Saved.");
    if (is_about_the_form(told.error()))
        return cases::case_form_page(visit, officers_page(*view), shapes, std::move(parsed.typed),
                                     problems_of(told.error()));
    return visit.refused(told.error());
}

http::Response show_rights(Visit& visit) {
    auto const view = usecases::people::view_person(visit.context, visit.request.parameter("reference"),
                                                    visit.request.parameter("person"), Purpose::change);
    if (!view) return visit.refused(view.error());
    return cases::case_form_page(visit, rights_page(visit, *view), rights_form().shapes(), {}, {});
}

http::Response post_rights(Visit& visit) {
    auto const view = usecases::people::view_person(visit.context, visit.request.parameter("reference"),
                                                    visit.request.parameter("person"), Purpose::change);
    if (!view) return visit.refused(view.error());
    auto const shapes = rights_form().shapes();
    auto page = rights_page(visit, *view);
    auto parsed = visit.parse(rights_form(), page.choices);
    if (!parsed.ok())
        return cases::case_form_page(visit, std::move(page), shapes, std::move(parsed.typed),
                                     parsed.problems);
    parsed.input.reference = view->header.reference;
    parsed.input.person = view->people.front().part.id;
    auto const told = usecases::people::tell_rights(visit.context, parsed.input);
    if (told)
        return visit.done(person_address(view->header.reference, parsed.input.person),
                          "Saved, with the version of the words and the numbers given.");
    if (is_about_the_form(told.error()))
        return cases::case_form_page(visit, std::move(page), shapes, std::move(parsed.typed),
                                     problems_of(told.error()));
    return visit.refused(told.error());
}

http::Response show_rights_letter(Visit& visit) {
    auto const view = usecases::people::view_person(visit.context, visit.request.parameter("reference"),
                                                    visit.request.parameter("person"), Purpose::change);
    if (!view) return visit.refused(view.error());
    return cases::case_form_page(visit, rights_letter_page(visit, *view), rights_letter_form().shapes(), {},
                                 {});
}

http::Response post_rights_letter(Visit& visit) {
    auto const view = usecases::people::view_person(visit.context, visit.request.parameter("reference"),
                                                    visit.request.parameter("person"), Purpose::change);
    if (!view) return visit.refused(view.error());
    auto const shapes = rights_letter_form().shapes();
    auto page = rights_letter_page(visit, *view);
    auto parsed = visit.parse(rights_letter_form(), page.choices);
    if (!parsed.ok())
        return cases::case_form_page(visit, std::move(page), shapes, std::move(parsed.typed),
                                     parsed.problems);
    parsed.input.reference = view->header.reference;
    parsed.input.person = view->people.front().part.id;
    auto const sent = usecases::messages::send_rights_letter(visit.context, parsed.input);
    if (sent)
        return visit.done(person_address(view->header.reference, parsed.input.person),
                          sent->channel == domain::messages::Channel::email
                              ? "The e-mail is on its way."
                              : "The letter waits for the post.");
    if (is_about_the_form(sent.error()))
        return cases::case_form_page(visit, std::move(page), shapes, std::move(parsed.typed),
                                     problems_of(sent.error()));
    return visit.refused(sent.error());
}

}  // namespace doorstep::pages::people
