package shop;

public class Types implements org.hibernate.boot.model.TypeContributor, org.hibernate.old.Gone {
    public void contribute(org.hibernate.boot.model.TypeContributions t, org.hibernate.service.ServiceRegistry r) {}
}
