#include "usecases/demo/estate.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/assert.h"
#include "usecases/demo/timed_ids.h"

namespace doorstep::usecases::demo {
namespace {

using domain::places::Accuracy;
using domain::places::Address;
using domain::places::AddressKind;
using domain::places::Block;

constexpr int homes_of_the_large_block = 231;
constexpr int rooms_of_the_scheme = 24;
constexpr std::size_t homes_a_postcode = 15;

/// Fills an estate, place by place.
class Builder {
  public:
    Builder(DemoData const& data, std::uint64_t seed, Staff const& staff, Instant at)
        : data_(data), staff_(staff), random_(seed_of(seed, 11)), ids_(seed_of(seed, 12)), at_(at) {}

    Estate build(std::int64_t homes) {
        make_areas();
        make_patches();
        make_postcodes();
        homes_left_ = homes;
        // A small landlord has neither.
        if (homes >= 2'000) {
            add_block("Foundry Works", homes_of_the_large_block, "Industrial estate");
            add_scheme("Lantern House");
            for (int parade = 0; parade < 4; ++parade) add_shops();
        }
        while (homes_left_ > homes * 3 / 4)
            add_block(block_name(), std::min<int>(static_cast<int>(homes_left_), block_size()),
                      block_setting());
        auto const streets = std::max<std::size_t>(
            1, std::min(data_.postcodes.size(), static_cast<std::size_t>(homes_left_) / homes_a_postcode));
        auto const each = static_cast<int>(homes_left_ / static_cast<std::int64_t>(streets));
        while (homes_left_ > 0)
            add_street(std::min<int>(static_cast<int>(homes_left_),
                                     random_.between(each - each / 3, each + each / 3 + 1)));
        choose_troubled();
        return std::move(estate_);
    }

  private:
    Uuid id() { return ids_.at(at_); }

    void make_areas() {
        std::vector<std::size_t> officers;
        for (auto const place : staff_.asb_officers)
            if (!staff_[place].left_on) officers.push_back(place);
        // Those who left had areas too: cases of their time are theirs.
        std::vector<std::size_t> had;
        for (auto const place : staff_.asb_officers)
            if (staff_[place].left_on) had.push_back(place);
        std::size_t n = 0;
        for (auto const& ward : data_.wards) {
            std::vector<std::size_t> of_area{n < had.size() ? had[n] : officers[n % officers.size()]};
            // Where there are more officers than areas, each has its turn.
            if (officers.size() > data_.wards.size())
                for (auto turn = n < had.size() ? n : n + data_.wards.size(); turn < officers.size();
                     turn += data_.wards.size())
                    of_area.push_back(officers[turn]);
            estate_.areas.push_back({.id = AreaId(id()),
                                     .code = ward.code,
                                     .name = ward.name,
                                     .asb_officer = staff_[now_in_post(of_area.front())].account.id,
                                     .homes = 0});
            estate_.area_officers.push_back(std::move(of_area));
            area_of_ward_[ward.code] = static_cast<std::uint32_t>(n);
            ++n;
        }
        auto const rule = [&](std::string category, std::size_t who) {
            estate_.rules.push_back({.id = AssignmentRuleId(id()),
                                     .area = {},
                                     .category = std::move(category),
                                     .account = staff_[who].account.id});
        };
        if (officers.size() > 2) rule("hate", officers[2]);
        if (!staff_.managers.empty()) rule("abuse-of-staff", staff_.managers.front());
    }

    std::size_t now_in_post(std::size_t place) const {
        return staff_[place].left_on ? staff_[place].successor : place;
    }

    void make_patches() {
        for (auto const place : staff_.housing_officers) {
            estate_.patches.push_back({.id = PatchId(id()),
                                       .name = "Patch " + std::to_string(estate_.patches.size() + 1),
                                       .housing_officer = staff_[now_in_post(place)].account.id});
            estate_.patch_officers.push_back(place);
        }
    }

    void make_postcodes() {
        estate_.postcodes = data_.postcodes;
        for (auto& postcode : estate_.postcodes)
            postcode.area = estate_.areas[area_of_ward_.at(postcode.ward_code)].id;
        for (std::size_t n = 0; n < estate_.postcodes.size(); ++n) order_.push_back(n);
        for (std::size_t n = order_.size(); n > 1; --n)
            std::swap(order_[n - 1], order_[static_cast<std::size_t>(random_.below(static_cast<int>(n)))]);
    }

    /// The next postcode that nothing stands on; from the beginning again when all are used.
    std::size_t next_postcode() { return order_[used_++ % order_.size()]; }

    std::string street_name() {
        for (int tries = 0; tries < 200; ++tries) {
            auto name = random_.pick(data_.street) + " " + random_.pick(data_.street_kind);
            if (names_.insert(name).second) return name;
        }
        auto name = random_.pick(data_.street) + " " + random_.pick(data_.street_kind) + " " +
                    std::to_string(names_.size());
        names_.insert(name);
        return name;
    }
    std::string block_name() {
        for (int tries = 0; tries < 200; ++tries) {
            auto name = random_.pick(data_.street) + " " + random_.pick(data_.block_kind);
            if (names_.insert(name).second) return name;
        }
        auto name = random_.pick(data_.street) + " Court " + std::to_string(names_.size());
        names_.insert(name);
        return name;
    }
    int block_size() {
        static std::vector<double> const weights{40, 35, 20, 5};
        switch (random_.weighted(weights)) {
            case 0:
                return random_.between(6, 12);
            case 1:
                return random_.between(12, 24);
            case 2:
                return random_.between(24, 60);
            default:
                return random_.between(60, 120);
        }
    }
    std::string block_setting() {
        static std::vector<std::string> const settings{"Town centre",        "Residential estate",
                                                       "Residential estate", "Residential estate",
                                                       "Edge of town",       "Local centre"};
        return random_.pick(settings);
    }
    std::string tenure() {
        static std::vector<std::string> const names{"secure", "assured", "introductory", "leasehold", ""};
        static std::vector<double> const weights{58, 26, 7, 6, 3};
        return names[random_.weighted(weights)];
    }

    std::uint32_t place(std::string const& name) {
        estate_.place_names.push_back(name);
        return static_cast<std::uint32_t>(estate_.place_names.size() - 1);
    }

    std::size_t add_address(std::string line, std::size_t postcode, std::uint32_t place,
                            std::optional<BlockId> block, AddressKind kind) {
        auto const& at = estate_.postcodes[postcode];
        auto const area = area_of_ward_.at(at.ward_code);
        auto const patch = static_cast<std::uint32_t>(postcode % estate_.patches.size());
        Address address;
        address.id = AddressId(id());
        address.uprn = std::to_string(999'000'000'000 + static_cast<std::int64_t>(estate_.addresses.size()));
        address.line = std::move(line);
        address.town = "Milton Keynes";
        address.postcode = at.postcode;
        address.block = block;
        address.area = estate_.areas[area].id;
        address.patch = estate_.patches[patch].id;
        address.kind = kind;
        if (kind == AddressKind::home) address.tenure = tenure();
        address.position = at.position;
        address.accuracy = Accuracy::postcode;
        estate_.addresses.push_back(std::move(address));
        estate_.area_of.push_back(area);
        estate_.patch_of.push_back(patch);
        estate_.place_of.push_back(place);
        auto const index = estate_.addresses.size() - 1;
        if (kind == AddressKind::home) {
            estate_.homes.push_back(index);
            --homes_left_;
        } else {
            estate_.other_places.push_back(index);
        }
        return index;
    }

    Block& new_block(std::string name, std::size_t postcode, std::string setting) {
        return estate_.blocks.emplace_back(
            Block{.id = BlockId(id()),
                  .name = std::move(name),
                  .area = estate_.areas[area_of_ward_.at(estate_.postcodes[postcode].ward_code)].id,
                  .homes = 0,
                  .setting = std::move(setting)});
    }

    void add_block(std::string const& name, int flats, std::string setting) {
        auto const postcode = next_postcode();
        auto const street = std::to_string(random_.between(1, 90)) + " " + street_name();
        auto const block = new_block(name, postcode, std::move(setting)).id;
        auto const here = place(name);
        for (int flat = 1; flat <= flats; ++flat)
            add_address("Flat " + std::to_string(flat) + ", " + name + ", " + street, postcode, here, block,
                        AddressKind::home);
        add_address("Shared areas, " + name + ", " + street, postcode, here, block, AddressKind::communal);
    }

    void add_scheme(std::string const& name) {
        auto const postcode = next_postcode();
        auto const street = street_name();
        auto const block = new_block(name, postcode, "Supported accommodation").id;
        auto const here = place(name);
        for (int room = 1; room <= rooms_of_the_scheme; ++room)
            add_address("Room " + std::to_string(room) + ", " + name + ", 2 " + street, postcode, here, block,
                        AddressKind::other);
        add_address("Office, " + name + ", 2 " + street, postcode, here, block, AddressKind::communal);
    }

    void add_shops() {
        auto const postcode = next_postcode();
        auto const street = street_name();
        auto const here = place(street);
        for (int number = 1; number <= 6; ++number)
            add_address(random_.pick(data_.shop) + ", " + std::to_string(number) + " " + street, postcode,
                        here, {}, AddressKind::shop);
    }

    void add_street(int houses) {
        auto const postcode = next_postcode();
        auto const street = street_name();
        auto const here = place(street);
        // One side of the road or both.
        int const step = random_.chance(0.4) ? 2 : 1;
        for (int n = 0, number = random_.between(1, 2); n < std::max(1, houses) && homes_left_ > 0;
             ++n, number += step)
            add_address(std::to_string(number) + " " + street, postcode, here, {}, AddressKind::home);
    }

    void choose_troubled() {
        auto const count = std::max<std::size_t>(3, estate_.homes.size() / 60);
        for (std::size_t n = 0; n < count; ++n) estate_.troubled.push_back(random_.pick(estate_.homes));
        // The large block is named in every third meeting.
        for (std::size_t n = 0; n < count / 4 && n < estate_.homes.size(); ++n)
            estate_.troubled.push_back(estate_.homes[n % homes_of_the_large_block]);
    }

    DemoData const& data_;
    Staff const& staff_;
    Random random_;
    TimedIds ids_;
    Instant at_;
    Estate estate_;
    std::map<std::string, std::uint32_t, std::less<>> area_of_ward_;
    std::vector<std::size_t> order_;
    std::size_t used_ = 0;
    std::set<std::string> names_;
    std::int64_t homes_left_ = 0;
};

}  // namespace

std::size_t Estate::neighbour(std::size_t address, Random& random) const {
    constexpr std::size_t reach = 12;
    auto const first = address > reach ? address - reach : 0;
    auto const last = std::min(address + reach, addresses.size() - 1);
    for (int tries = 0; tries < 12; ++tries) {
        auto const other = first + static_cast<std::size_t>(random.below(static_cast<int>(last - first + 1)));
        if (other != address && place_of[other] == place_of[address] &&
            addresses[other].kind == AddressKind::home)
            return other;
    }
    return address;
}

Estate make_estate(DemoData const& data, std::uint64_t seed, std::int64_t homes, Staff const& staff,
                   Instant at) {
    return Builder(data, seed, staff, at).build(homes);
}

}  // namespace doorstep::usecases::demo
