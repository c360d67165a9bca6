#include "usecases/demo/cast.h"

#include <algorithm>

#include "base/text.h"

namespace doorstep::usecases::demo {
namespace {

using domain::people::Part;
using domain::people::Person;
using domain::people::SafeContact;

/// Numbers that Ofcom keeps for drama, so that nobody's telephone rings.
std::string telephone(Random& random) {
    static std::vector<std::string> const ranges{
        "07700 900 ", "07700 900 ", "07700 900 ", "01632 960 ", "0113 496 0", "0114 496 0", "0115 496 0",
        "0116 496 0", "0117 496 0", "0118 496 0", "0121 496 0", "0131 496 0", "0141 496 0", "0151 496 0",
        "0161 496 0", "020 7946 0", "0191 498 0", "028 9649 6", "029 2018 0"};
    auto number = std::to_string(random.below(1000));
    number.insert(0, 3 - number.size(), '0');
    return random.pick(ranges) + number;
}

class CastMaker {
  public:
    CastMaker(World const& world, Story const& story)
        : world_(world),
          story_(story),
          random_(seed_of(world.seed, 102 + 8 * story.number)),
          ids_(seed_of(world.seed, 103 + 8 * story.number)) {}

    Cast make() {
        auto const& code = world_.data.categories[story_.category].code;
        Cast cast;
        cast.place = choose_place(code);
        auto const reporter_home = home_near(cast.place);
        cast.reporter_unknown = story_.kind == StoryKind::case_file && random_.chance(0.04);
        if (!cast.reporter_unknown) {
            cast.members.push_back(person(reporter_home, Part::complainant));
            for (double chance = 0.13; random_.chance(chance); chance = 0.4)
                cast.members.push_back(person(home_near(reporter_home), Part::complainant));
        }
        if (random_.chance(0.12)) cast.members.push_back(person(home_near(reporter_home), Part::witness));
        bool const unknown = code == "criminal-damage" || code == "rubbish" || code == "other-crime"
                                 ? random_.chance(0.7)
                                 : random_.chance(0.12);
        if (unknown) {
            CastMember nobody;
            nobody.part = Part::alleged_perpetrator;
            nobody.description = random_.pick(world_.data.of("unknown.description"));
            cast.members.push_back(std::move(nobody));
        } else {
            auto const home = world_.estate.addresses[cast.place].kind == domain::places::AddressKind::home
                                  ? cast.place
                                  : random_.pick(world_.estate.homes);
            cast.members.push_back(person(home, Part::alleged_perpetrator));
        }
        return cast;
    }

  private:
    std::size_t choose_place(std::string const& code) {
        auto const& estate = world_.estate;
        if (!estate.other_places.empty()) {
            if (code == "abuse-of-staff" || code == "communal-areas") {
                if (random_.chance(0.5)) return random_.pick(estate.other_places);
            } else if (random_.chance(0.02)) {
                return random_.pick(estate.other_places);
            }
        }
        return random_.chance(0.2) ? random_.pick(estate.troubled) : random_.pick(estate.homes);
    }

    std::size_t home_near(std::size_t place) { return world_.estate.neighbour(place, random_); }

    CastMember person(std::size_t home, Part part) {
        CastMember member;
        member.part = part;
        member.home = home;
        auto& person = member.person;
        person.id = PersonId(ids_.at(story_.received_at));
        person.name = random_.pick(world_.data.given) + " " + random_.pick(world_.data.family);
        person.address = world_.estate.addresses[home].id;
        person.telephone = random_.chance(0.93) ? telephone(random_) : "";
        if (random_.chance(0.6)) {
            auto name = text::fold(person.name);
            std::replace(name.begin(), name.end(), ' ', '.');
            person.email = name + std::to_string(random_.below(90) + 10) + "@resident.example";
        }
        if (random_.chance(0.35))
            person.date_of_birth = Date::of(1940 + random_.below(65), 1, 1)->plus_days(random_.below(365));
        if (part == Part::alleged_perpetrator) return member;
        member.anonymous = random_.chance(0.06);
        member.vulnerabilities =
            random_.chance(0.4) ? random_.pick(world_.data.of("vulnerabilities.words")) : "";
        member.safe_contact_id = ids_.at(story_.received_at).text();
        member.safe_contact = safe_contact(person);
        return member;
    }

    SafeContact safe_contact(Person const& person) {
        SafeContact safe;
        safe.telephone = person.telephone;
        safe.email = person.email;
        safe.telephone_allowed = !person.telephone.empty() && random_.chance(0.92);
        safe.voicemail_allowed = safe.telephone_allowed && random_.chance(0.6);
        safe.text_allowed = person.telephone.starts_with("07") && random_.chance(0.75);
        safe.email_allowed = !person.email.empty() && random_.chance(0.8);
        safe.letter_allowed = random_.chance(0.7);
        safe.visit_allowed = random_.chance(0.6);
        safe.will_contact_us = !safe.any_way() || random_.chance(0.02);
        static std::vector<std::string> const times{"",
                                                    "",
                                                    "",
                                                    "After 5pm",
                                                    "Mornings",
                                                    "Not while the children are at school",
                                                    "Any time but Wednesday"};
        safe.best_times = random_.pick(times);
        if (random_.chance(0.05))
            safe.someone_else = random_.pick(world_.data.given) + ", a friend, may speak for them";
        if (random_.chance(0.06)) {
            static std::vector<std::string> const languages{"Polish", "Romanian", "Urdu",      "Bengali",
                                                            "Somali", "Arabic",   "Portuguese"};
            safe.interpreter = random_.pick(languages);
        }
        safe.sign_language = random_.chance(0.01);
        safe.large_print = random_.chance(0.03);
        if (random_.chance(0.04)) safe.adjustments = "Needs time to answer; please do not rush";
        safe.agreed_on = london_date(story_.received_at);
        return safe;
    }

    World const& world_;
    Story const& story_;
    Random random_;
    TimedIds ids_;
};

}  // namespace

Cast cast_of(World const& world, Stories const& stories, Story const& story) {
    if (story.relation == Relation::none) return CastMaker(world, story).make();
    auto earlier = CastMaker(world, stories.numbered(story.of)).make();
    auto cast = CastMaker(world, story).make();
    auto const known = [](Part part) {
        return [part](CastMember const& member) { return member.part == part && member.is_known(); };
    };
    auto& before = earlier.members;
    auto const complained = std::find_if(before.begin(), before.end(), known(Part::complainant));
    auto const about = std::find_if(before.begin(), before.end(), known(Part::alleged_perpetrator));
    // Not every story has both: then this one is about its own people after all.
    if (complained == before.end() || about == before.end()) return cast;
    complained->is_new = about->is_new = false;
    cast.members.clear();
    cast.reporter_unknown = false;
    if (story.relation == Relation::counter) {
        auto reporter = *about;
        reporter.part = Part::complainant;
        auto accused = *complained;
        accused.part = Part::alleged_perpetrator;
        accused.safe_contact_id.clear();
        accused.anonymous = false;
        accused.vulnerabilities.clear();
        cast.place = accused.home;
        cast.members = {std::move(reporter), std::move(accused)};
    } else {
        cast.place = earlier.place;
        cast.members = {*complained, *about};
    }
    return cast;
}

}  // namespace doorstep::usecases::demo
