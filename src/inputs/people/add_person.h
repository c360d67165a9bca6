#pragma once

#include "forms/form.h"
#include "usecases/people/add_person.h"

/// What is asked of a person who is put on a case.
namespace doorstep::inputs::people {

using domain::people::Part;
using domain::people::Side;

/// As it is typed: whether anybody knows them decides which fields count.
struct PersonTyped {
    Part part = Part::complainant;
    std::optional<Side> side;
    std::optional<bool> known;
    std::string name;
    std::string telephone;
    std::string email;
    std::string address;
    std::optional<Date> date_of_birth;
    std::string description;
    std::optional<Date> raised_on;
    bool anonymous = false;
    std::string vulnerabilities;
    std::string same_as;
};
forms::Form<PersonTyped> const& add_person_form();
usecases::people::AddPerson add_person_input(PersonTyped const& typed, std::string_view reference);

}  // namespace doorstep::inputs::people
