package dev.zonewright.kube.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonewright.kube.network.address.Address;
import dev.zonewright.kube.network.address.AddressSet;
import dev.zonewright.kube.network.address.AddressWords;
import dev.zonewright.kube.network.address.Cidr;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddressSetTest {
  private static AddressSet of(String block, String... except) {
    AddressSet holes = AddressSet.of(List.of(except).stream().map(Cidr::known).toList());
    return AddressSet.of(Cidr.known(block)).minus(holes);
  }

  @Test
  void addressesAreWrittenAsTheyAreRead() {
    for (String text :
        List.of("0.0.0.0", "255.255.255.255", "::", "::1", "fd00:ec2::254", "2001:db8:1::5:0:1")) {
      assertThat(Address.parse(text).orElseThrow()).hasToString(text);
    }
    assertThat(Address.parse("::ffff:10.0.0.1").orElseThrow()).hasToString("::ffff:a00:1");
    for (String text : List.of("010.0.0.1", "1.2.3", "1.2.3.256", ":::", "1::2::3", "g::", "")) {
      assertThat(Address.parse(text)).isEmpty();
    }
    assertThat(Cidr.parse("10.0.0.0/33")).isEmpty();
    assertThat(Cidr.known("10.0.0.5/8")).hasToString("10.0.0.0/8");
  }

  @Test
  void setsAreNamedByBlocksAndWhatIsLeftOut() {
    assertThat(of("10.0.0.0/8", "10.1.0.0/16")).hasToString("10.0.0.0/8 except 10.1.0.0/16");
    assertThat(of("0.0.0.0/0", "169.254.169.254/32"))
        .hasToString("0.0.0.0/0 except 169.254.169.254/32");
    assertThat(of("10.0.0.0/9").union(of("10.128.0.0/9"))).hasToString("10.0.0.0/8");
    assertThat(of("10.0.0.0/8").union(of("2001:db8::/32")))
        .hasToString("10.0.0.0/8; 2001:db8::/32");
    assertThat(AddressSet.NONE).hasToString("no address");
    assertThat(of("10.0.0.0/8").meets(of("::/0"))).isFalse();
  }

  @Test
  void wordsAndOperationsAgreeAddressByAddress() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      AddressSet a = some(random);
      AddressSet b = some(random);
      AddressSet told = AddressSet.NONE;
      for (AddressWords.Term term : AddressWords.terms(a)) {
        told = told.union(AddressSet.of(term.block()).minus(AddressSet.of(term.except())));
      }
      assertThat(told).isEqualTo(a);
      for (int i = 0; i < 256; i++) {
        Address at = Address.parse("10.0.0." + i).orElseThrow();
        boolean inA = a.contains(at);
        boolean inB = b.contains(at);
        assertThat(a.union(b).contains(at)).isEqualTo(inA || inB);
        assertThat(a.minus(b).contains(at)).isEqualTo(inA && !inB);
        assertThat(a.intersect(b).contains(at)).isEqualTo(inA && inB);
      }
    }
  }

  private static AddressSet some(Random random) {
    AddressSet out = AddressSet.NONE;
    for (int i = random.nextInt(4); i >= 0; i--) {
      Address at = Address.parse("10.0.0." + random.nextInt(256)).orElseThrow();
      AddressSet block = AddressSet.of(Cidr.of(at, 24 + random.nextInt(9)));
      out = random.nextBoolean() ? out.union(block) : out.minus(block);
    }
    return out;
  }
}
